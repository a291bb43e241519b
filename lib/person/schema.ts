import { z } from "zod";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/person/model";

/** E-mail address or NIP; spaces in a NIP are as people write them and are dropped. */
export const loginSchema = z
  .string()
  .trim()
  .min(1, "required")
  .max(254, "too_long")
  .transform((login) => (/^[\d\s]+$/.test(login) ? login.replace(/\s/g, "") : login.toLowerCase()));

export const signInSchema = z.object({
  login: loginSchema,
  password: z.string().min(1, "required").max(PASSWORD_MAX, "too_long"),
});

export const newPasswordSchema = z
  .string()
  .min(PASSWORD_MIN, "password_too_short")
  .max(PASSWORD_MAX, "too_long");

export const setPasswordSchema = z
  .object({
    token: z.string().min(20).max(200),
    password: newPasswordSchema,
    repeated: z.string(),
  })
  .refine((input) => input.password === input.repeated, {
    path: ["repeated"],
    message: "passwords_differ",
  });
export type SetPasswordInput = z.input<typeof setPasswordSchema>;

export const changePasswordSchema = z
  .object({
    current: z.string().min(1, "required").max(PASSWORD_MAX, "too_long"),
    password: newPasswordSchema,
    repeated: z.string(),
  })
  .refine((input) => input.password === input.repeated, {
    path: ["repeated"],
    message: "passwords_differ",
  });
export type ChangePasswordInput = z.input<typeof changePasswordSchema>;

export const emailSchema = z
  .email("invalid_email")
  .max(254, "too_long")
  .transform((email) => email.toLowerCase());
export const personNameSchema = z.string().trim().min(2, "too_short").max(160, "too_long");
