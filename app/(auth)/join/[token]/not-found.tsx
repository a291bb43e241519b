// Both are links that a letter brings, with the same way on.
export { default } from "../../set-password/[token]/not-found";
