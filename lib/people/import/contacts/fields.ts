import { HEADINGS } from "@/lib/people/import/fields";
import { headingReader } from "@/lib/people/imports/headings";

/** What a column of a list of contacts may mean. */
export const CONTACT_FIELDS = [
  "number",
  "phone",
  "secondPhone",
  "schoolEmail",
  "personalEmail",
  "contactName",
  "relationship",
  "contactPhone",
  "contactEmail",
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

export const contactHeadings = headingReader({
  number: HEADINGS.number,
  phone: HEADINGS.phone,
  secondPhone: ["second phone", "other phone", "phone 2", "phone2", "លេខទូរស័ព្ទទី២", "ទូរស័ព្ទទី២"],
  schoolEmail: HEADINGS.schoolEmail,
  personalEmail: HEADINGS.personalEmail,
  contactName: [
    "emergency contact",
    "contact",
    "contact name",
    "emergency contact name",
    "guardian",
    "guardian name",
    "parent",
    "parent name",
    "អ្នកទំនាក់ទំនង",
    "ឈ្មោះអ្នកទំនាក់ទំនង",
    "អាណាព្យាបាល",
    "ឈ្មោះអាណាព្យាបាល",
  ],
  relationship: ["relationship", "relation", "contact relationship", "ត្រូវជា", "ទំនាក់ទំនង"],
  contactPhone: [
    "contact phone",
    "emergency phone",
    "guardian phone",
    "parent phone",
    "emergency contact phone",
    "លេខទូរស័ព្ទអ្នកទំនាក់ទំនង",
    "លេខទូរស័ព្ទអាណាព្យាបាល",
  ],
  contactEmail: ["contact email", "guardian email", "parent email", "អ៊ីមែលអ្នកទំនាក់ទំនង"],
} satisfies Record<ContactField, readonly string[]>);

/** Headings in both languages, and the row that shows how cells are written. */
export function contactTemplate(): { headings: string[]; example: string[] } {
  return {
    headings: [
      "Student number / លេខនិស្សិត",
      "Phone / លេខទូរស័ព្ទ",
      "Second phone / លេខទូរស័ព្ទទី២",
      "E-mail / អ៊ីមែល",
      "Emergency contact / អ្នកទំនាក់ទំនង",
      "Relationship / ត្រូវជា",
      "Contact phone / លេខទូរស័ព្ទអ្នកទំនាក់ទំនង",
    ],
    example: ["00123", "012 345 678", "", "sok.dara@mail.example", "SOK CHANTHA", "Mother", "011 222 333"],
  };
}
