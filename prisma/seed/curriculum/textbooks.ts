/** A textbook of the demo campus, all invented, and the courses that use it: a whole code, or the beginning of codes. */
export type TextbookSeed = {
  id: number;
  title: string;
  author: string;
  isbn: string;
  publisher: string;
  edition: string;
  year: number;
  courses: readonly string[];
};

/** Title | author | publisher | edition | year | courses. */
const BOOKS = `
Bridges to English 1 | M. Harrow, T. Quill | Tonle Press | 3rd edition | 2021 | GESL-01, GESL-02, EHSS-01, EHSS-02
Bridges to English 2 | M. Harrow, T. Quill | Tonle Press | 3rd edition | 2021 | GESL-03, GESL-04, EHSS-03, EHSS-04
Bridges to English 3 | M. Harrow, T. Quill | Tonle Press | 2nd edition | 2022 | GESL-05, GESL-06, EHSS-05, EHSS-06
Everyday Ventures | R. Lindow | Lotus Leaf Books | 1st edition | 2020 | GESL-07, EHSS-07
Reading the World | P. Osgood | Lotus Leaf Books | 2nd edition | 2019 | GESL-08, GESL-09, EHSS-08, EHSS-09
Academic Voices | D. Merrick, S. Vale | Tonle Press | 4th edition | 2023 | GESL-10, GESL-11, GESL-12, EHSS-10, EHSS-11, EHSS-12
English for the Academy | J. Farrow | Riverbank Academic | 2nd edition | 2022 | IEAP
Weekend English | L. Brandt | Lotus Leaf Books | 1st edition | 2018 | EXPRESS
Writing with Purpose | A. Colby | Riverbank Academic | 5th edition | 2020 | ENGL-101, ENGL-102
The Research Paper, Step by Step | N. Ashdown | Riverbank Academic | 3rd edition | 2021 | ENGL-201, RESM-401
Speak and Be Heard | O. Tamsin | Lotus Leaf Books | 1st edition | 2019 | ENGL-202
College Mathematics in Context | H. Ivers | Riverbank Academic | 6th edition | 2018 | MATH-101
Statistics without Fear | H. Ivers, B. Stone | Riverbank Academic | 2nd edition | 2021 | STAT-201
A History of the Khmer Lands | V. Sorrel | Naga Books | 1st edition | 2017 | HIST-110
Foundations of Management | K. Wendell | Riverbank Academic | 7th edition | 2022 | MGMT-201
Marketing for Small Places | E. Thorne | Naga Books | 2nd edition | 2020 | MKTG-201
Accounting from the First Entry | C. Marlow | Riverbank Academic | 4th edition | 2019 | ACCT-201, ACCT-202
Micro and Macro, Side by Side | G. Penrose | Riverbank Academic | 3rd edition | 2021 | ECON-201, ECON-202
Tourism and the Temple | F. Delacourt | Naga Books | 2nd edition | 2018 | TOUR-201
Teaching Languages Well | I. Rosewood | Tonle Press | 1st edition | 2023 | TESL-301
`;

/** An ISBN of thirteen digits with its check digit; the publishers' part is one that no publisher has. */
function isbnOf(id: number): string {
  const twelve = `978999999${String(id).padStart(3, "0")}`;
  const sum = [...twelve].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return twelve + String((10 - (sum % 10)) % 10);
}

export const textbooks: readonly TextbookSeed[] = BOOKS.trim()
  .split("\n")
  .map((line, index) => {
    const [title = "", author = "", publisher = "", edition = "", year = "", courses = ""] = line
      .split("|")
      .map((part) => part.trim());
    const id = index + 1;
    return {
      id,
      title,
      author,
      isbn: isbnOf(id),
      publisher,
      edition,
      year: Number(year),
      courses: courses.split(",").map((code) => code.trim()),
    };
  });

/** Whether a textbook is used by a course. */
export function uses(book: TextbookSeed, code: string): boolean {
  return book.courses.some((each) => each === code || (!each.includes("-") && code.startsWith(`${each}-`)));
}

/** Courses that count for others (domain.md 3.2: five rows exist), invented: for, what counts, both ways, why. */
export const equivalences = [
  {
    code: "SOCI-201",
    counts: "ARTS-101",
    both: false,
    why: "Both were one course on Cambodian culture until it was divided.",
  },
  {
    code: "MKTG-340",
    counts: "MKTG-350",
    both: false,
    why: "The content of the two was the same until they were renewed.",
  },
  { code: "ECON-320", counts: "ECON-330", both: true, why: "Taught as one elective with two names." },
  {
    code: "ACCT-330",
    counts: "ACCT-410",
    both: false,
    why: "Who passed auditing knows the cost accounting it begins with.",
  },
  {
    code: "FREN-101",
    counts: "JAPN-101",
    both: true,
    why: "Either first foreign language fulfils the elective.",
  },
] as const;

/** Taken together from the next year on: the laboratory serves both. */
export const together = { code: "COMP-210", with: "COMP-201", from: [2027, 1, 1] } as const;
