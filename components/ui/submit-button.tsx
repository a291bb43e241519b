"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

type Props = Omit<Extract<ComponentProps<typeof Button>, { href?: undefined }>, "type" | "href">;

/** Sends the form it stands in, and shows that it is being sent. */
export function SubmitButton({ pending, ...rest }: Props) {
  const status = useFormStatus();
  return <Button {...rest} type="submit" pending={pending || status.pending} />;
}
