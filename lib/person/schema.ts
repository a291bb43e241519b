import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/person/model";

/** What PostgreSQL cannot store, and what no keyboard types: control characters, lone surrogates. */
const UNTYPABLE = /[\p{Cc}\p{Cs}]/u;

/** E-mail address or NIP; spaces in a NIP are as people write them and are dropped. */
export const loginSchema = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .refine((login) => !UNTYPABLE.test(login), { params: { code: "control_characters" } })
  .transform((login) => (/^[\d\s]+$/.test(login) ? login.replace(/\s/g, "") : login.toLowerCase()));

export const newPasswordSchema = z
  .string()
  .max(PASSWORD_MAX)
  .refine((password) => password.length >= PASSWORD_MIN, {
    params: { code: "password_too_short", min: PASSWORD_MIN },
  })
  // Bytes that two devices would send differently open the door on one of them only.
  .refine((password) => !UNTYPABLE.test(password), { params: { code: "control_characters" } });

const token = z.string().min(20).max(200);

export const linkTokenSchema = z.object({ token });

export const setPasswordSchema = z
  .object({
    token,
    password: newPasswordSchema,
    repeated: z.string(),
  })
  .refine((input) => input.password === input.repeated, {
    path: ["repeated"],
    params: { code: "passwords_differ" },
  });

export const changePasswordSchema = z
  .object({
    current: z.string().min(1).max(PASSWORD_MAX),
    password: newPasswordSchema,
    repeated: z.string(),
  })
  .refine((input) => input.password === input.repeated, {
    path: ["repeated"],
    params: { code: "passwords_differ" },
  });

export const emailSchema = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());

export const resetSchema = z.object({
  login: z.string().trim().min(1).max(254),
  locale: z.enum(locales),
});
