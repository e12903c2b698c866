import { instantText } from "../days";
import type { Loader } from "../load/loader";
import type { World } from "../world";

type Template = {
  name: string;
  medium: "LETTER" | "EMAIL";
  subjectEn: string;
  subjectKm: string;
  bodyEn: string;
  bodyKm: string;
};

const TEMPLATES: readonly Template[] = [
  {
    name: "Invitation to the meeting of students",
    medium: "LETTER",
    subjectEn: "Invitation to the meeting of students",
    subjectKm: "លិខិតអញ្ជើញចូលរួមប្រជុំនិស្សិត",
    bodyEn:
      "Dear {{name}},\n\n{{university}} invites you to the meeting of students. Please bring your ID card with the number {{number}}.\n\nWith kind regards\nThe registrar's office",
    bodyKm:
      "ជូនចំពោះ {{name}}\n\n{{university}} សូមអញ្ជើញអ្នកចូលរួមប្រជុំនិស្សិត។ សូមយកកាតសម្គាល់ខ្លួនដែលមានអត្តលេខ {{number}} មកជាមួយ។\n\nដោយសេចក្ដីរាប់អាន\nការិយាល័យចុះឈ្មោះ",
  },
  {
    name: "Confirmation of status",
    medium: "LETTER",
    subjectEn: "Confirmation",
    subjectKm: "លិខិតបញ្ជាក់",
    bodyEn:
      "We confirm that {{latin_name}}, student number {{number}}, born on {{date_of_birth}}, is on our register in the programme {{programme}}.\n\nStatus on {{today}}: {{status}}, since {{status_since}}.\n\nThe registrar's office",
    bodyKm:
      "យើងខ្ញុំសូមបញ្ជាក់ថា {{name}} អត្តលេខនិស្សិត {{number}} កើតថ្ងៃទី {{date_of_birth}} មានឈ្មោះក្នុងបញ្ជីរបស់យើងខ្ញុំ ក្នុងកម្មវិធីសិក្សា {{programme}}។\n\nស្ថានភាពនៅថ្ងៃទី {{today}}៖ {{status}} ចាប់ពីថ្ងៃទី {{status_since}}។\n\nការិយាល័យចុះឈ្មោះ",
  },
  {
    name: "Please check your contacts",
    medium: "EMAIL",
    subjectEn: "Please check your telephone number",
    subjectKm: "សូមពិនិត្យលេខទូរស័ព្ទរបស់អ្នក",
    bodyEn:
      "Dear {{name}},\n\nthe number on file for {{number}} is {{phone}}. If it is no longer yours, please correct it in the system.\n\nThe registrar's office",
    bodyKm:
      "ជូនចំពោះ {{name}}\n\nលេខទូរស័ព្ទក្នុងប្រព័ន្ធសម្រាប់អត្តលេខ {{number}} គឺ {{phone}}។ បើលែងជារបស់អ្នក សូមកែវាក្នុងប្រព័ន្ធ។\n\nការិយាល័យចុះឈ្មោះ",
  },
];

/** A few templates of letters and mails, in both languages. */
export async function loadMessageTemplates(loader: Loader, world: World): Promise<void> {
  await loader.load(
    "message_template",
    "id, name, medium, subject_en, subject_km, body_en, body_km, created_at",
    TEMPLATES.map((template, index) => [
      index + 1,
      template.name,
      template.medium,
      template.subjectEn,
      template.subjectKm,
      template.bodyEn,
      template.bodyKm,
      instantText(world.anchor - 60, 600),
    ]),
  );
}
