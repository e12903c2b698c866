import type { FactValues } from "@/lib/messages/facts";

const common = {
  latin_name: "SOK DARA",
  khmer_name: "សុខ ដារ៉ា",
  family_name: "SOK",
  personal_name: "DARA",
  number: "00742",
  programme_code: "IR",
  school_email: "sok.dara@naga.example",
  phone: "012 345 678",
};

/** An invented student for previews. */
export const EXAMPLE: { en: FactValues; km: FactValues } = {
  en: {
    ...common,
    name: "SOK DARA",
    programme: "International Relations",
    study_time: "Evening",
    status: "Active",
    status_since: "12 January 2026",
    admitted_on: "12 January 2026",
    date_of_birth: "4 May 2006",
    today: "24 November 2026",
    university: "Naga University",
  },
  km: {
    ...common,
    name: "សុខ ដារ៉ា",
    programme: "ទំនាក់ទំនងអន្តរជាតិ",
    study_time: "ល្ងាច",
    status: "កំពុងសិក្សា",
    status_since: "12 មករា 2026",
    admitted_on: "12 មករា 2026",
    date_of_birth: "4 ឧសភា 2006",
    today: "24 វិច្ឆិកា 2026",
    university: "សាកលវិទ្យាល័យ នាគ",
  },
};
