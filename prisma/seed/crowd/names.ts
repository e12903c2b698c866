import { familyNames } from "../names/family";
import { femaleNames } from "../names/personal-female";
import { maleNames } from "../names/personal-male";
import { type NamePart, nameTable } from "../names/table";
import type { Random } from "../random";

/**
 * A country has far more names than the tables of a campus: most are put together of two older ones. These are first
 * and second halves; every pair is a name that somebody could have.
 */
const firstHalves = nameTable(`
  SOK សុខ, CHAN ចាន់, SREY ស្រី, BUN ប៊ុន, KIM គឹម, VANN វណ្ណ, SOVANN សុវណ្ណ, RATH រ័ត្ន, PHEAK ភក្តិ, SAM សំ,
  CHENDA ចិន្តា, MENG ម៉េង, LEAKH លក្ខ, RACH រាជ, THEA ធា, MONY មុនី, DARA ដារា, VISAL វិសាល, PISEY ពិសី, NARY នារី,
  SOTHEA សុធា, KANHA កញ្ញា, BOPHA បុប្ផា, MALIS ម្លិះ, CHEAT ជាតិ, PANHA បញ្ញា, RITH ឫទ្ធិ, OUDOM ឧត្តម, NIMOL និមល,
  SOPHEA សុភា, SERY សេរី, KOSAL កុសល, VEASNA វាសនា, MAKARA មករា, CHOR ជ័រ, PUTHI ពុទ្ធិ, SEILA សីលា, DEVI ទេវី,
  MOLI មូលី, TOLA តុលា, HENG ហេង, LYDA លីដា, NORA ណូរ៉ា, ROTHA រដ្ឋា, SINA ស៊ីណា, THIDA ធីតា, YUTHI យុទ្ធិ, KUNTHEA គន្ធា
`);
const secondHalves = nameTable(`
  NARITH ណារិទ្ធ, DETH ដេត, MEALEA មាលា, VATEY វត្តី, RAKSMEY រស្មី, SOMALY សុម៉ាលី, NEARY នារី, THAVY ថាវី,
  PHALLY ផល្លី, CHANTREA ចន្ទ្រា, KAKADA កក្កដា, RINDA រីនដា, SATYA សត្យា, BOREY បុរី, RANGSEY រង្សី, VICHHEKA វិច្ឆិកា,
  NIKA នីកា, SOPHOAN សុផន, PANHNHA បញ្ញា, MONICH មុនីច, LINA លីណា, SAVEN សាវ៉េន, ROEUN រឿន, PHANITH ផានិត, SOCHEAT សុជាតិ,
  VIREAK វីរៈ, CHIVY ជីវី, TEVY ទេវី, KESOR កេសរ, PORLEAK ពរលក្ខ, SEIHA សីហា, RAVUTH រ៉ាវុធ, MITTAPHEAP មិត្តភាព, SONITA សុនីតា,
  LEANG លាង, VORLEAK វរលក្ខណ៍, NGETH ង៉ែត, KALYAN កល្យាណ, DANY ដានី, HOUNG ហួង, SAMPHORS សម្ផស្ស, REAKSA រក្សា, POLEN ប៉ូឡែន,
  CHHEANG ឈាង, THYDA ធីដា, MARADY ម៉ារ៉ាឌី, SOTHEAVY សុធាវី, KHEMARA ខេមរា, PHIROM ភិរម្យ, ANY អានី, UTDOM ឧត្តម, ELY អេលី
`);

/** Most people have a name of the old tables; the others share about 2,500 composed ones, the first of them the most. */
const COMPOSED = 0.45;

function early(random: Random, size: number, power: number): number {
  return Math.floor(random.next() ** power * size);
}

export type CrowdName = { family: NamePart; personal: NamePart };

/** A family and a personal name; a few names are very common and most are rare. */
export function crowdName(random: Random, gender: "M" | "F"): CrowdName {
  const family = familyNames[early(random, familyNames.length, 1.7)] as NamePart;
  if (random.next() >= COMPOSED) {
    const table = gender === "M" ? maleNames : femaleNames;
    return { family, personal: table[early(random, table.length, 1.15)] as NamePart };
  }
  const first = firstHalves[early(random, firstHalves.length, 1.3)] as NamePart;
  const second = secondHalves[early(random, secondHalves.length, 1.3)] as NamePart;
  return {
    family,
    personal: { latin: first.latin + second.latin, khmer: first.khmer + second.khmer },
  };
}
