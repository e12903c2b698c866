import type { Metadata } from "next";
import { AliasList } from "@/components/people/alias-list";
import { ContactList } from "@/components/people/contact-list";
import { PhoneList } from "@/components/people/phone-list";
import { getNumbersAndStatus } from "@/lib/people/numbers/queries";
import { can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { latinName } from "@/lib/platform/i18n/names";
import { Identity } from "./_components/identity";
import { loadStudent } from "./_components/load";
import { recordTitle } from "./_components/record-title";
import { StatusHistory } from "./_components/status-history";
import { StudyFacts } from "./_components/study-facts";

export function generateMetadata({ params }: PageProps<"/students/[number]">): Promise<Metadata> {
  return recordTitle(params, "people:read");
}

export default async function StudentOverviewPage({ params }: PageProps<"/students/[number]">) {
  const { actor, student } = await loadStudent(params, "people:read");
  const editable = can(actor, "people:edit");
  const { aliases, moves } = await getNumbersAndStatus(actor, student.personId);
  return (
    <ClientMessages
      namespaces={["forms", "people.phones", "people.contacts", "people.relationship", "numbers.aliases"]}
    >
      <div className="grid gap-stack lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex flex-col gap-stack">
          <Identity student={student} editable={editable} />
          <StudyFacts student={student} editable={editable} />
          <StatusHistory moves={moves} />
        </div>
        <div className="flex flex-col gap-stack">
          <PhoneList number={student.number} phones={student.phones} editable={editable} />
          <ContactList number={student.number} contacts={student.contacts} editable={editable} />
          <AliasList
            number={student.number}
            name={latinName(student.person)}
            aliases={aliases}
            editable={editable}
          />
        </div>
      </div>
    </ClientMessages>
  );
}
