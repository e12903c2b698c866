import { nameTable } from "./table";

/** Personal names given to girls. */
export const femaleNames = nameTable(`
  SOPHEA សុភា, SOPHEAP សុភាព, SREYMOM ស្រីមុំ, SREYNEANG ស្រីនាង, SREYNICH ស្រីនិច្ច, SREYPICH ស្រីពេជ្រ,
  SREYPOV ស្រីពៅ, SREYROTH ស្រីរ័ត្ន, SREYLEAK ស្រីលក្ខណ៍, SREYLIN ស្រីលីន, SREYMEAS ស្រីមាស, SREYNA ស្រីណា,
  SREYOUN ស្រីអូន, SREYPHEAK ស្រីភ័ក្ត្រ, SREYSROS ស្រីស្រស់, SREYTOUCH ស្រីទូច, SREYKEO ស្រីកែវ,
  BOPHA បុប្ផា, CHAMPEY ចំប៉ី, CHANMONY ច័ន្ទមុនី, CHANRAKSMEY ច័ន្ទរស្មី, CHANSOPHEA ច័ន្ទសោភា, CHANTREA ច័ន្ទ្រា,
  CHANTHY ចន្ធី, CHANTHA ចន្ថា, CHARIYA ចរិយា, CHENDA ចិន្តា, CHANNY ចាន់នី, DALIN ដាលីន, DALIS ដាលីស,
  DANY ដានី, DAVY ដាវី, KALYAN កល្យាណ, KANHA កញ្ញា, KANIKA កនិកា, KANITHA កនិដ្ឋា, KESOR កេសរ, KOLAB កុលាប,
  KOLTHIDA កុលធីតា, KUNTHEA គន្ធា, LAKHENA លក្ខិណា, LEAKENA លក្ខិណា, LIDA លីដា, LINA លីណា, LINDA លីនដា,
  MALIS ម្លិះ, MALY ម៉ាលី, MARINA ម៉ារីណា, MEALEA មាលា, MEYLING ម៉ីលីង, MOLIKA មល្លិកា, MONIKA ម៉ូនីកា,
  NARY ណារី, NEARY នារី, NEARYROTH នារីរ័ត្ន, NITA នីតា, NISA នីសា, PHALLY ផល្លី, PHALLIN ផល្លីន, PISEY ពិសី,
  PICHDA ពេជ្រដា, PHALLA ផល្លា, RACHANA រចនា, RANY រ៉ានី, RAVY រ៉ាវី, REAKSMEY រស្មី, RINA រីណា,
  ROMDUOL រំដួល, ROTANA រតនា, SAMPHORS សម្ផស្ស, SAVY សាវី, SINA ស៊ីណា, SINUON ស៊ីនួន, SIVMEY ស៊ីវម៉ី,
  SIVLANG ស៊ីវឡាង, SOCHEATA សុជាតា, SOKHIM សុខឃីម, SOKLEANG សុខលាង, SOKLIM សុខលឹម, SOKNY សុខនី, SOKUNTHEA សុគន្ធា,
  SOKVY សុខវី, SOLIDA សូលីដា, SOMALY សុម៉ាលី, SONITA សូនីតា, SOPHEAKTRA សុភ័ក្ត្រា, SOPHANNA សុផាន់ណា, SOPHY សុភី,
  SOTHEAVY សុធាវី, SOTHEARY សុធារី, SOVANNA សុវណ្ណា, SOVANNARY សុវណ្ណារី, TEPY ទេពី, TEVY ទេវី, THARY ថារី,
  THAVY ថាវី, THEARY ធារី, THEAVY ធាវី, THIDA ធីតា, TINA ទីណា, VANNA វណ្ណា, VANNY វណ្ណី, VATEY វតី,
  VICHHEKA វិច្ឆិកា, VOLEAK វរលក្ខណ៍, KIMEANG គឹមអ៊ាង, KIMHUOY គឹមហួយ, KIMLENG គឹមឡេង, KIMLY គឹមលី,
  LYNA លីណា, MUOYLY មួយលី, HUYLENG ហ៊ុយឡេង, SEAVLENG សៀវឡេង, VOUCHLY វួចលី, PUTHEAVY ពុទ្ធាវី,
  RATTANA រតនា, RUMNEA រំនា, SOTHIDA សុធីតា, SREYLIS ស្រីលីស, SEREYROTH សេរីរ័ត្ន, SOKHENGLY សុខហេងលី
`);
