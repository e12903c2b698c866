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
import calendarFeedsEn from "./messages/en/calendar-feeds.json";
import cancellingEn from "./messages/en/cancelling.json";
import catalogueEn from "./messages/en/catalogue.json";
import changeRequestsEn from "./messages/en/change-requests.json";
import changeSetsEn from "./messages/en/change-sets.json";
import classEditEn from "./messages/en/class-edit.json";
import classesEn from "./messages/en/classes.json";
import colleaguesEn from "./messages/en/colleagues.json";
import commonEn from "./messages/en/common.json";
import coursesEn from "./messages/en/courses.json";
import curriculumEn from "./messages/en/curriculum.json";
import documentsEn from "./messages/en/documents.json";
import draftTimetableEn from "./messages/en/draft-timetable.json";
import duplicatesEn from "./messages/en/duplicates.json";
import enrolEn from "./messages/en/enrol.json";
import errorsEn from "./messages/en/errors.json";
import feedbackEn from "./messages/en/feedback.json";
import formsEn from "./messages/en/forms.json";
import historyEn from "./messages/en/history.json";
import holidaysEn from "./messages/en/holidays.json";
import homeEn from "./messages/en/home.json";
import importsEn from "./messages/en/import.json";
import jobsEn from "./messages/en/jobs.json";
import journeyEn from "./messages/en/journey.json";
import khmerNameEn from "./messages/en/khmer-name.json";
import layoutEn from "./messages/en/layout.json";
import listsEn from "./messages/en/lists.json";
import mailingsEn from "./messages/en/mailings.json";
import meetingsEn from "./messages/en/meetings.json";
import myEn from "./messages/en/my.json";
import navigationEn from "./messages/en/navigation.json";
import numbersEn from "./messages/en/numbers.json";
import offeringEn from "./messages/en/offering.json";
import organizationEn from "./messages/en/organization.json";
import ownDataEn from "./messages/en/own-data.json";
import ownStudiesEn from "./messages/en/own-studies.json";
import partTemplatesEn from "./messages/en/part-templates.json";
import peopleEn from "./messages/en/people.json";
import permissionsEn from "./messages/en/permissions.json";
import personDetailsEn from "./messages/en/person-details.json";
import photosEn from "./messages/en/photos.json";
import positionsEn from "./messages/en/positions.json";
import privacyEn from "./messages/en/privacy.json";
import programmesEn from "./messages/en/programmes.json";
import projectsEn from "./messages/en/projects.json";
import reasonsEn from "./messages/en/reasons.json";
import recordEn from "./messages/en/record.json";
import registrationEn from "./messages/en/registration.json";
import remediesEn from "./messages/en/remedies.json";
import retentionEn from "./messages/en/retention.json";
import rolesEn from "./messages/en/roles.json";
import roomUseEn from "./messages/en/room-use.json";
import roomsEn from "./messages/en/rooms.json";
import rulesEn from "./messages/en/rules.json";
import scalesEn from "./messages/en/scales.json";
import searchEn from "./messages/en/search.json";
import settingsEn from "./messages/en/settings.json";
import signInsEn from "./messages/en/sign-ins.json";
import statesEn from "./messages/en/states.json";
import statusEffectEn from "./messages/en/status-effect.json";
import studiesEn from "./messages/en/studies.json";
import tableEn from "./messages/en/table.json";
import teachEn from "./messages/en/teach.json";
import termsEn from "./messages/en/terms.json";
import textbooksEn from "./messages/en/textbooks.json";
import timetableStaffEn from "./messages/en/timetable-staff.json";
import usersEn from "./messages/en/users.json";
import weekGridEn from "./messages/en/week-grid.json";
import accessKm from "./messages/km/access.json";
import accessLogKm from "./messages/km/access-log.json";
import accountKm from "./messages/km/account.json";
import approvalsKm from "./messages/km/approvals.json";
import auditKm from "./messages/km/audit.json";
import authKm from "./messages/km/auth.json";
import calendarKm from "./messages/km/calendar.json";
import calendarFeedsKm from "./messages/km/calendar-feeds.json";
import cancellingKm from "./messages/km/cancelling.json";
import catalogueKm from "./messages/km/catalogue.json";
import changeRequestsKm from "./messages/km/change-requests.json";
import changeSetsKm from "./messages/km/change-sets.json";
import classEditKm from "./messages/km/class-edit.json";
import classesKm from "./messages/km/classes.json";
import colleaguesKm from "./messages/km/colleagues.json";
import commonKm from "./messages/km/common.json";
import coursesKm from "./messages/km/courses.json";
import curriculumKm from "./messages/km/curriculum.json";
import documentsKm from "./messages/km/documents.json";
import draftTimetableKm from "./messages/km/draft-timetable.json";
import duplicatesKm from "./messages/km/duplicates.json";
import enrolKm from "./messages/km/enrol.json";
import errorsKm from "./messages/km/errors.json";
import feedbackKm from "./messages/km/feedback.json";
import formsKm from "./messages/km/forms.json";
import historyKm from "./messages/km/history.json";
import holidaysKm from "./messages/km/holidays.json";
import homeKm from "./messages/km/home.json";
import importsKm from "./messages/km/import.json";
import jobsKm from "./messages/km/jobs.json";
import journeyKm from "./messages/km/journey.json";
import khmerNameKm from "./messages/km/khmer-name.json";
import layoutKm from "./messages/km/layout.json";
import listsKm from "./messages/km/lists.json";
import mailingsKm from "./messages/km/mailings.json";
import meetingsKm from "./messages/km/meetings.json";
import myKm from "./messages/km/my.json";
import navigationKm from "./messages/km/navigation.json";
import numbersKm from "./messages/km/numbers.json";
import offeringKm from "./messages/km/offering.json";
import organizationKm from "./messages/km/organization.json";
import ownDataKm from "./messages/km/own-data.json";
import ownStudiesKm from "./messages/km/own-studies.json";
import partTemplatesKm from "./messages/km/part-templates.json";
import peopleKm from "./messages/km/people.json";
import permissionsKm from "./messages/km/permissions.json";
import personDetailsKm from "./messages/km/person-details.json";
import photosKm from "./messages/km/photos.json";
import positionsKm from "./messages/km/positions.json";
import privacyKm from "./messages/km/privacy.json";
import programmesKm from "./messages/km/programmes.json";
import projectsKm from "./messages/km/projects.json";
import reasonsKm from "./messages/km/reasons.json";
import recordKm from "./messages/km/record.json";
import registrationKm from "./messages/km/registration.json";
import remediesKm from "./messages/km/remedies.json";
import retentionKm from "./messages/km/retention.json";
import rolesKm from "./messages/km/roles.json";
import roomUseKm from "./messages/km/room-use.json";
import roomsKm from "./messages/km/rooms.json";
import rulesKm from "./messages/km/rules.json";
import scalesKm from "./messages/km/scales.json";
import searchKm from "./messages/km/search.json";
import settingsKm from "./messages/km/settings.json";
import signInsKm from "./messages/km/sign-ins.json";
import statesKm from "./messages/km/states.json";
import statusEffectKm from "./messages/km/status-effect.json";
import studiesKm from "./messages/km/studies.json";
import tableKm from "./messages/km/table.json";
import teachKm from "./messages/km/teach.json";
import termsKm from "./messages/km/terms.json";
import textbooksKm from "./messages/km/textbooks.json";
import timetableStaffKm from "./messages/km/timetable-staff.json";
import usersKm from "./messages/km/users.json";
import weekGridKm from "./messages/km/week-grid.json";

const english = {
  holidays: holidaysEn,
  partTemplates: partTemplatesEn,
  scales: scalesEn,
  terms: termsEn,
  access: accessEn,
  accessLog: accessLogEn,
  account: accountEn,
  approvals: approvalsEn,
  audit: auditEn,
  auth: authEn,
  calendar: calendarEn,
  catalogue: catalogueEn,
  changeRequests: changeRequestsEn,
  changeSets: changeSetsEn,
  classEdit: classEditEn,
  classes: classesEn,
  colleagues: colleaguesEn,
  common: commonEn,
  courses: coursesEn,
  curriculum: curriculumEn,
  documents: documentsEn,
  draftTimetable: draftTimetableEn,
  duplicates: duplicatesEn,
  enrol: enrolEn,
  errors: errorsEn,
  feedback: feedbackEn,
  forms: formsEn,
  history: historyEn,
  home: homeEn,
  numbers: numbersEn,
  statusEffect: statusEffectEn,
  programmes: programmesEn,
  ownStudies: ownStudiesEn,
  journey: journeyEn,
  import: importsEn,
  jobs: jobsEn,
  khmerName: khmerNameEn,
  layout: layoutEn,
  lists: listsEn,
  mailings: mailingsEn,
  meetings: meetingsEn,
  my: myEn,
  navigation: navigationEn,
  organization: organizationEn,
  ownData: ownDataEn,
  people: peopleEn,
  photos: photosEn,
  permissions: permissionsEn,
  personDetails: personDetailsEn,
  positions: positionsEn,
  privacy: privacyEn,
  projects: projectsEn,
  reasons: reasonsEn,
  record: recordEn,
  registration: registrationEn,
  remedies: remediesEn,
  retention: retentionEn,
  roles: rolesEn,
  rules: rulesEn,
  search: searchEn,
  settings: settingsEn,
  signIns: signInsEn,
  states: statesEn,
  studies: studiesEn,
  table: tableEn,
  teach: teachEn,
  textbooks: textbooksEn,
  users: usersEn,
  roomUse: roomUseEn,
  timetableStaff: timetableStaffEn,
  calendarFeeds: calendarFeedsEn,
  weekGrid: weekGridEn,
  rooms: roomsEn,
  offering: offeringEn,
  cancelling: cancellingEn,
};

export type Messages = typeof english;
export type Namespace = keyof Messages;

const khmer = {
  holidays: holidaysKm,
  partTemplates: partTemplatesKm,
  scales: scalesKm,
  terms: termsKm,
  access: accessKm,
  accessLog: accessLogKm,
  account: accountKm,
  approvals: approvalsKm,
  audit: auditKm,
  auth: authKm,
  calendar: calendarKm,
  catalogue: catalogueKm,
  changeRequests: changeRequestsKm,
  changeSets: changeSetsKm,
  classEdit: classEditKm,
  classes: classesKm,
  colleagues: colleaguesKm,
  common: commonKm,
  courses: coursesKm,
  curriculum: curriculumKm,
  documents: documentsKm,
  draftTimetable: draftTimetableKm,
  duplicates: duplicatesKm,
  enrol: enrolKm,
  errors: errorsKm,
  feedback: feedbackKm,
  forms: formsKm,
  history: historyKm,
  home: homeKm,
  numbers: numbersKm,
  statusEffect: statusEffectKm,
  programmes: programmesKm,
  ownStudies: ownStudiesKm,
  journey: journeyKm,
  import: importsKm,
  jobs: jobsKm,
  khmerName: khmerNameKm,
  layout: layoutKm,
  lists: listsKm,
  mailings: mailingsKm,
  meetings: meetingsKm,
  my: myKm,
  navigation: navigationKm,
  organization: organizationKm,
  ownData: ownDataKm,
  people: peopleKm,
  photos: photosKm,
  permissions: permissionsKm,
  personDetails: personDetailsKm,
  positions: positionsKm,
  privacy: privacyKm,
  projects: projectsKm,
  reasons: reasonsKm,
  record: recordKm,
  registration: registrationKm,
  remedies: remediesKm,
  retention: retentionKm,
  roles: rolesKm,
  rules: rulesKm,
  search: searchKm,
  settings: settingsKm,
  signIns: signInsKm,
  states: statesKm,
  studies: studiesKm,
  table: tableKm,
  teach: teachKm,
  textbooks: textbooksKm,
  users: usersKm,
  roomUse: roomUseKm,
  timetableStaff: timetableStaffKm,
  calendarFeeds: calendarFeedsKm,
  weekGrid: weekGridKm,
  rooms: roomsKm,
  offering: offeringKm,
  cancelling: cancellingKm,
};

/** All messages of a language. A key missing in Khmer is a type error here and a failure of tests/architecture/messages.test.ts. */
export const messages: Record<Locale, Messages> = { en: english, km: khmer };
