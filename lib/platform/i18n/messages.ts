/**
 * Every namespace of messages in both languages. A new namespace is a pair of files in messages/en and
 * messages/km and a line in each list here; English defines the keys that the compiler accepts. Server only:
 * a client component gets the namespaces that its page names in <ClientMessages>.
 */

import type { Locale } from "./locales";
import accessEn from "./messages/en/access.json";
import accessLogEn from "./messages/en/access-log.json";
import accountEn from "./messages/en/account.json";
import approvalsEn from "./messages/en/approvals.json";
import auditEn from "./messages/en/audit.json";
import authEn from "./messages/en/auth.json";
import calendarEn from "./messages/en/calendar.json";
import changeSetsEn from "./messages/en/change-sets.json";
import classesEn from "./messages/en/classes.json";
import commonEn from "./messages/en/common.json";
import curriculumEn from "./messages/en/curriculum.json";
import documentsEn from "./messages/en/documents.json";
import enrolEn from "./messages/en/enrol.json";
import errorsEn from "./messages/en/errors.json";
import feedbackEn from "./messages/en/feedback.json";
import formsEn from "./messages/en/forms.json";
import historyEn from "./messages/en/history.json";
import homeEn from "./messages/en/home.json";
import importsEn from "./messages/en/import.json";
import jobsEn from "./messages/en/jobs.json";
import layoutEn from "./messages/en/layout.json";
import listsEn from "./messages/en/lists.json";
import myEn from "./messages/en/my.json";
import navigationEn from "./messages/en/navigation.json";
import organizationEn from "./messages/en/organization.json";
import peopleEn from "./messages/en/people.json";
import permissionsEn from "./messages/en/permissions.json";
import reasonsEn from "./messages/en/reasons.json";
import recordEn from "./messages/en/record.json";
import registrationEn from "./messages/en/registration.json";
import remediesEn from "./messages/en/remedies.json";
import rolesEn from "./messages/en/roles.json";
import rulesEn from "./messages/en/rules.json";
import settingsEn from "./messages/en/settings.json";
import signInsEn from "./messages/en/sign-ins.json";
import statesEn from "./messages/en/states.json";
import studiesEn from "./messages/en/studies.json";
import tableEn from "./messages/en/table.json";
import teachEn from "./messages/en/teach.json";
import usersEn from "./messages/en/users.json";
import accessKm from "./messages/km/access.json";
import accessLogKm from "./messages/km/access-log.json";
import accountKm from "./messages/km/account.json";
import approvalsKm from "./messages/km/approvals.json";
import auditKm from "./messages/km/audit.json";
import authKm from "./messages/km/auth.json";
import calendarKm from "./messages/km/calendar.json";
import changeSetsKm from "./messages/km/change-sets.json";
import classesKm from "./messages/km/classes.json";
import commonKm from "./messages/km/common.json";
import curriculumKm from "./messages/km/curriculum.json";
import documentsKm from "./messages/km/documents.json";
import enrolKm from "./messages/km/enrol.json";
import errorsKm from "./messages/km/errors.json";
import feedbackKm from "./messages/km/feedback.json";
import formsKm from "./messages/km/forms.json";
import historyKm from "./messages/km/history.json";
import homeKm from "./messages/km/home.json";
import importsKm from "./messages/km/import.json";
import jobsKm from "./messages/km/jobs.json";
import layoutKm from "./messages/km/layout.json";
import listsKm from "./messages/km/lists.json";
import myKm from "./messages/km/my.json";
import navigationKm from "./messages/km/navigation.json";
import organizationKm from "./messages/km/organization.json";
import peopleKm from "./messages/km/people.json";
import permissionsKm from "./messages/km/permissions.json";
import reasonsKm from "./messages/km/reasons.json";
import recordKm from "./messages/km/record.json";
import registrationKm from "./messages/km/registration.json";
import remediesKm from "./messages/km/remedies.json";
import rolesKm from "./messages/km/roles.json";
import rulesKm from "./messages/km/rules.json";
import settingsKm from "./messages/km/settings.json";
import signInsKm from "./messages/km/sign-ins.json";
import statesKm from "./messages/km/states.json";
import studiesKm from "./messages/km/studies.json";
import tableKm from "./messages/km/table.json";
import teachKm from "./messages/km/teach.json";
import usersKm from "./messages/km/users.json";

const english = {
  access: accessEn,
  accessLog: accessLogEn,
  account: accountEn,
  approvals: approvalsEn,
  audit: auditEn,
  auth: authEn,
  calendar: calendarEn,
  changeSets: changeSetsEn,
  classes: classesEn,
  common: commonEn,
  curriculum: curriculumEn,
  documents: documentsEn,
  enrol: enrolEn,
  errors: errorsEn,
  feedback: feedbackEn,
  forms: formsEn,
  history: historyEn,
  home: homeEn,
  import: importsEn,
  jobs: jobsEn,
  layout: layoutEn,
  lists: listsEn,
  my: myEn,
  navigation: navigationEn,
  organization: organizationEn,
  people: peopleEn,
  permissions: permissionsEn,
  reasons: reasonsEn,
  record: recordEn,
  registration: registrationEn,
  remedies: remediesEn,
  roles: rolesEn,
  rules: rulesEn,
  settings: settingsEn,
  signIns: signInsEn,
  states: statesEn,
  studies: studiesEn,
  table: tableEn,
  teach: teachEn,
  users: usersEn,
};

export type Messages = typeof english;
export type Namespace = keyof Messages;

const khmer = {
  access: accessKm,
  accessLog: accessLogKm,
  account: accountKm,
  approvals: approvalsKm,
  audit: auditKm,
  auth: authKm,
  calendar: calendarKm,
  changeSets: changeSetsKm,
  classes: classesKm,
  common: commonKm,
  curriculum: curriculumKm,
  documents: documentsKm,
  enrol: enrolKm,
  errors: errorsKm,
  feedback: feedbackKm,
  forms: formsKm,
  history: historyKm,
  home: homeKm,
  import: importsKm,
  jobs: jobsKm,
  layout: layoutKm,
  lists: listsKm,
  my: myKm,
  navigation: navigationKm,
  organization: organizationKm,
  people: peopleKm,
  permissions: permissionsKm,
  reasons: reasonsKm,
  record: recordKm,
  registration: registrationKm,
  remedies: remediesKm,
  roles: rolesKm,
  rules: rulesKm,
  settings: settingsKm,
  signIns: signInsKm,
  states: statesKm,
  studies: studiesKm,
  table: tableKm,
  teach: teachKm,
  users: usersKm,
};

/** All messages of a language. A key missing in Khmer is a type error here and a failure of tests/architecture/messages.test.ts. */
export const messages: Record<Locale, Messages> = { en: english, km: khmer };
