import type { z } from "zod";
import type { makeStaffInput } from "@/lib/people/colleagues/schemas";
import type { BirthProvince } from "@/lib/people/rules";
import type { Gender } from "@/lib/platform/db/generated/enums";

/** A new person as it is typed. */
export type PersonValues = {
  familyName: string;
  personalName: string;
  khmerFamilyName: string;
  khmerPersonalName: string;
  gender: Gender;
  dateOfBirth: string;
  birthProvince: string;
  citizenship: string;
  phone: string;
  schoolEmail: string;
  personalEmail: string;
  notSame: number[];
};

export const emptyPerson: PersonValues = {
  familyName: "",
  personalName: "",
  khmerFamilyName: "",
  khmerPersonalName: "",
  gender: "X",
  dateOfBirth: "",
  birthProvince: "",
  citizenship: "KH",
  phone: "",
  schoolEmail: "",
  personalEmail: "",
  notSame: [],
};

type PersonInput = NonNullable<z.input<typeof makeStaffInput>["person"]>;

/** The part of the input that says who the new person is. */
export function toPersonInput(values: PersonValues): PersonInput {
  const { familyName, personalName, khmerFamilyName, khmerPersonalName, gender } = values;
  const { dateOfBirth, birthProvince, citizenship, phone, schoolEmail, personalEmail } = values;
  return {
    familyName,
    personalName,
    khmerFamilyName,
    khmerPersonalName,
    gender,
    dateOfBirth,
    birthProvince: (birthProvince || null) as BirthProvince | null,
    citizenship: citizenship.trim().toUpperCase(),
    phone,
    schoolEmail,
    personalEmail,
  };
}
