/**
 * Loads every module that declares a kind of change set. Pages and jobs that work with sets of any kind import this;
 * it stands in the rightmost domain, because a kind may belong to any other.
 */
import "@/lib/studies/import/kind";
import "@/lib/people/bulk/kinds";
import "@/lib/people/khmer-names/kind";
import "@/lib/people/import/contacts/kind";
import "@/lib/people/import/teachers/kind";
import "@/lib/classes/import-holidays/kind";
import "@/lib/classes/offering/kinds";
import "@/lib/studies/requirements/import/kind";
import "@/lib/classes/draft-timetable/kind";
import "@/lib/curriculum/courses/import/kind";
