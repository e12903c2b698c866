"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

/** The form comes after the page: few people open their settings to change the password. */
export const PasswordFormLazily = dynamic(
  () => import("./password-form").then((module) => module.PasswordForm),
  { ssr: false, loading: () => <Skeleton className="h-60 max-w-xl" /> },
);
