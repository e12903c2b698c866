import { type DayNumber, dayIn, yearOf } from "../days";
import { fullMoonNear, newMoonNear } from "./moon";

export type HolidayRow = { id: number; name: string; nameKm: string; start: DayNumber; end: DayNumber };
type Draft = [name: string, nameKm: string, start: DayNumber, days: number];

function holidaysOf(year: number): Draft[] {
  const visak = fullMoonNear(dayIn(year, 5, 14));
  const pchumBen = newMoonNear(dayIn(year, 10, 2));
  const water = fullMoonNear(dayIn(year, 11, 14));
  return [
    ["International New Year's Day", "ទិវាចូលឆ្នាំសកល", dayIn(year, 1, 1), 1],
    ["Victory over Genocide Day", "ទិវាជ័យជម្នះលើរបបប្រល័យពូជសាសន៍", dayIn(year, 1, 7), 1],
    ["International Women's Day", "ទិវាអន្តរជាតិនារី", dayIn(year, 3, 8), 1],
    ["Khmer New Year", "ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ", dayIn(year, 4, 14), 3],
    ["International Labour Day", "ទិវាពលកម្មអន្តរជាតិ", dayIn(year, 5, 1), 1],
    ["Visak Bochea Day", "ពិធីបុណ្យវិសាខបូជា", visak, 1],
    ["Royal Ploughing Ceremony", "ព្រះរាជពិធីច្រត់ព្រះនង្គ័ល", visak + 4, 1],
    ["King's Birthday", "ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្ម ព្រះមហាក្សត្រ", dayIn(year, 5, 14), 1],
    [
      "King's Mother's Birthday",
      "ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្ម សម្ដេចព្រះមហាក្សត្រី ព្រះវររាជមាតា",
      dayIn(year, 6, 18),
      1,
    ],
    ["Constitution Day", "ទិវាប្រកាសរដ្ឋធម្មនុញ្ញ", dayIn(year, 9, 24), 1],
    ["Pchum Ben", "ពិធីបុណ្យភ្ជុំបិណ្ឌ", pchumBen - 1, 3],
    [
      "Commemoration Day of the King's Father",
      "ទិវាប្រារព្ធពិធីគោរពព្រះវិញ្ញាណក្ខន្ធ ព្រះបរមរតនកោដ្ឋ",
      dayIn(year, 10, 15),
      1,
    ],
    ["King's Coronation Day", "ព្រះរាជពិធីគ្រងព្រះបរមរាជសម្បត្តិ ព្រះមហាក្សត្រ", dayIn(year, 10, 29), 1],
    ["National Independence Day", "ពិធីបុណ្យឯករាជ្យជាតិ", dayIn(year, 11, 9), 1],
    ["Water Festival", "ព្រះរាជពិធីបុណ្យអុំទូក បណ្ដែតប្រទីប និងសំពះព្រះខែ អកអំបុក", water - 1, 3],
  ];
}

/** The two years whose holidays are on file: those that the running and the next terms fall into. */
function yearsAround(anchor: DayNumber): [number, number] {
  const year = yearOf(anchor);
  return anchor < dayIn(year, 5, 1) ? [year - 1, year] : [year, year + 1];
}

/**
 * The 29 public holidays of two years around the anchor (domain.md 0.1). Moon-dated ones are computed. A holiday that
 * would close the campus on the anchor day itself is put a week later: a demo without classes today shows little.
 */
export function makeHolidays(anchor: DayNumber): HolidayRow[] {
  const [first, second] = yearsAround(anchor);
  const drafts = [
    ...holidaysOf(first).filter(([name]) => name !== "Constitution Day"),
    ...holidaysOf(second),
  ];
  return drafts
    .map(([name, nameKm, start, days]) => {
      const moved = start <= anchor && anchor < start + days ? start + 7 : start;
      return { name, nameKm, start: moved, end: moved + days - 1 };
    })
    .sort((a, b) => a.start - b.start)
    .map((row, index) => ({ id: index + 1, ...row }));
}
