export type DepartmentRow = { id: number; code: string; name: string; nameKm: string; order: number };

/** The 15 departments of domain.md 2.1. */
const list: readonly (readonly [code: string, name: string, nameKm: string])[] = [
  ["EXEC", "Executive Management", "គណៈគ្រប់គ្រង"],
  ["ACAD", "Academic Programme", "កម្មវិធីសិក្សាបរិញ្ញាបត្រ"],
  ["LANG", "Language Programme", "កម្មវិធីភាសា"],
  ["AFAC", "Academic Faculty", "សាស្ត្រាចារ្យផ្នែកបរិញ្ញាបត្រ"],
  ["LFAC", "Language Faculty", "សាស្ត្រាចារ្យផ្នែកភាសា"],
  ["REGISTRAR", "Registrar", "ការិយាល័យសិក្សា"],
  ["REGISTRATION", "Registration", "ការិយាល័យចុះឈ្មោះ"],
  ["TESTING", "Testing", "ការិយាល័យប្រឡង"],
  ["FINANCE", "Finance", "ការិយាល័យហិរញ្ញវត្ថុ"],
  ["SCHOLARSHIP", "Scholarships", "ការិយាល័យអាហារូបករណ៍"],
  ["AUDIT", "Audit", "ការិយាល័យសវនកម្ម"],
  ["HR", "Human Resources", "ការិយាល័យធនធានមនុស្ស"],
  ["IT", "Information Technology", "ការិយាល័យព័ត៌មានវិទ្យា"],
  ["LIBRARY", "Library", "បណ្ណាល័យ"],
  ["BOOKSTORE", "Bookstore", "ហាងសៀវភៅ"],
];

export function makeDepartments(): DepartmentRow[] {
  return list.map(([code, name, nameKm], index) => ({
    id: index + 1,
    code,
    name,
    nameKm,
    order: (index + 1) * 10,
  }));
}
