import { LoaderCircleIcon } from "./icons";

/** Something is under way. Decoration: the words beside it say what. */
export function Spinner({ size = 16 }: { size?: number }) {
  return <LoaderCircleIcon size={size} className="animate-spin" />;
}
