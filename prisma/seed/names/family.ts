import { nameTable } from "./table";

/** Family names of Cambodia, the commonest first. The spelling of a name varies in life; here each has one. */
export const familyNames = nameTable(`
  SOK សុខ, CHEA ជា, HENG ហេង, LIM លឹម, CHAN ចាន់, SENG សេង, KEO កែវ, PICH ពេជ្រ, MEAS មាស, LY លី,
  KIM គឹម, ROS រស់, PROM ព្រំ, TEP ទេព, CHHIM ឈឹម, PHAN ផាន់, NHEM ញឹម, SAO សៅ, TOUCH ទូច, PEN ប៉ែន,
  MAO ម៉ៅ, PRAK ប្រាក់, OUK អ៊ុក, KONG គង់, LENG ឡេង, SRENG ស្រេង, UNG អ៊ុង, YIM យឹម, TAN តាន់, CHHAY ឆាយ,
  KHIEV ខៀវ, SVAY ស្វាយ, SAM សំ, SUON សួន, THACH ថាច់, HONG ហុង, BUN ប៊ុន, LONG ឡុង, SIM ស៊ឹម, VONG វង្ស,
  NGUON ងួន, NOP នប់, SIN ស៊ិន, OUM អ៊ុំ, KHUN ឃុន, DUONG ឌួង, CHUM ជុំ, CHUON ជួន, HEM ហែម, HIM ហ៊ឹម,
  HUON ហួន, HUY ហ៊ុយ, IM អ៊ឹម, IN អ៊ិន, KAO កៅ, KHEM ខែម, LAY ឡាយ, LAO ឡៅ, MAK ម៉ាក់, MEN ម៉ែន,
  MEY ម៉ី, MOM ម៉ុំ, NHEK ញឹក, NOU នូ, NUON នួន, NY នី, OU អ៊ូ, ORN អន, PECH ប៉ិច, PHAL ផល,
  PHON ផុន, POV ពៅ, PUTH ពុធ, RATH រ័ត្ន, SAN សាន, SARY សារី, SAY សាយ, SEM សែម, SIENG សៀង, SO សូ,
  SOEUN សឿន, SON សុន, SOTH សុទ្ធ, SOVANN សុវណ្ណ, SUOS សួស, SUN ស៊ុន, SUY ស៊ុយ, TAING តាំង, TEA ទា, TEANG ទាង,
  THAI ថៃ, THENG ថេង, THONG ថង, TIM ទឹម, TITH ទិត្យ, TRY ទ្រី, TY ទី, UY អ៊ុយ, VANN វ៉ាន់, VENG វេង,
  YEM យ៉ែម, YIN យិន, YOS យស់, YOU យូ, EK ឯក, EM អែម, EANG អ៊ាង, DY ឌី, CHOU ជូ, CHHORN ឆន,
  CHHUN ឈុន, CHHENG ឆេង, BOU ប៊ូ, BAN បាន, HANG ហង្ស, HAK ហាក់, HOR ហោ, HOU ហ៊ូ, KANG កាង, KOY កយ,
  KUOCH គួច, KUY គុយ, LOEUNG លឿង, LOR ឡោ, LUN លុន, MAM ម៉ម, MIN មីន, MUTH មុត, MUY មុយ, NEANG នាង
`);
