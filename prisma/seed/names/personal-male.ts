import { nameTable } from "./table";

/** Personal names given to boys. */
export const maleNames = nameTable(`
  DARA ដារា, VANNAK វណ្ណៈ, VEASNA វាសនា, SOPHAL សុផល, SAMNANG សំណាង, PISETH ពិសិដ្ឋ, RITHY រិទ្ធី, BORA បូរ៉ា,
  BOREY បុរី, BUNTHOEUN ប៊ុនធឿន, BUNRONG ប៊ុនរ៉ុង, BUNLY ប៊ុនលី, BUNNARITH ប៊ុនណារិទ្ធ, CHAMNAN ចំណាន,
  CHAMROEUN ចម្រើន, CHANDARA ច័ន្ទតារា, CHANTHOU ចន្ធូ, CHANVEASNA ចាន់វាសនា, DAVUTH ដាវុធ, KOSAL កុសល,
  MAKARA មករា, KAKADA កក្កដា, KONGKEA គង្គា, MENGHENG ម៉េងហេង, MENGHOUR ម៉េងហួរ, MENGLY ម៉េងលី, MONY មុនី,
  MONYROTH មុនីរ័ត្ន, NARITH ណារិទ្ធ, NARIN ណារិន, OUDOM ឧត្តម, PANHA បញ្ញា, PHEAKDEY ភក្តី, PHEARUN ភារុណ,
  PHEAROM ភារម្យ, PHIRUN ភិរុណ, PISAL ពិសាល, PONLOK ពន្លក, PUTHEA ពុទ្ធា, PUTHY ពុទ្ធី, RATANAK រតនៈ,
  RATHA រដ្ឋា, RITHISAK រិទ្ធិស័ក្តិ, SAMBATH សម្បត្តិ, SAMBO សំបូរ, SAMOEUN សាមឿន, SARATH សារ៉ាត់, SARIN សារិន,
  SAROEUN សារឿន, SARUN សារុន, SAVUTH សាវុធ, SEIHA សីហា, SEREY សេរី, SEREYVUTH សេរីវុធ, SETHA សេដ្ឋា,
  SOCHEAT សុជាតិ, SOKHA សុខា, SOKHENG សុខហេង, SOKCHEA សុខជា, SOKHOM សុខុម, SOKLY សុខលី, SOKSAN សុខសាន្ត,
  SOKUN សុគន្ធ, SOPHEAK សុភ័ក្ត្រ, SOPHORN សុផន, SOPHAN សុផាន, SOPHAT សុផាត, SOTHEA សុធា, SOTHY សុធី,
  SOTHEARITH សុធារិទ្ធ, SOVANNARA សុវណ្ណារ៉ា, SOVANNARITH សុវណ្ណារិទ្ធ, SOVATH សុវត្ថិ, TOLA តុលា, THEARA ធារ៉ា,
  THEARITH ធារិទ្ធ, THAVRITH ថាវរិទ្ធ, TITHYA ទិត្យា, UTTARA ឧត្តរា, VANDY វណ្ណឌី, VANNARA វណ្ណារ៉ា,
  VANNARITH វណ្ណារិទ្ធ, VANTHA វ៉ាន់ថា, VATHANA វឌ្ឍនា, VATHANAK វឌ្ឍនៈ, VIBOL វិបុល, VICHEA វិជ្ជា,
  VICHET វិចិត្រ, VIRAK វីរៈ, VISAL វិសាល, VISETH វិសិដ្ឋ, VISOTH វិសុទ្ធ, VUTHA វុទ្ធា, VUTHY វុទ្ធី,
  YUTHEA យុទ្ធា, KIRY គិរី, KIRIROTH គិរីរ័ត្ន, KIMHENG គឹមហេង, KIMHONG គឹមហុង, KIMLONG គឹមឡុង, KIMSAN គឹមសាន,
  KIMSOUR គឹមសួរ, CHHUNLY ឈុនលី, HENGLY ហេងលី, LYHENG លីហេង, LYHOUR លីហួរ, LYMENG លីម៉េង, SENGHAK សេងហាក់,
  SENGHENG សេងហេង, SENGLY សេងលី, VENGHONG វេងហុង, KHEANG ឃាង, SIVHENG ស៊ីវហេង, NIMOL និមល, PANHARITH បញ្ញារិទ្ធ,
  RATHANAK រតនៈ, RITHYSEN រិទ្ធីសែន, SAMETH សាម៉េត, SITHA ស៊ីថា, SOVANNVATH សុវណ្ណវឌ្ឍ, VIMEAN វិមាន,
  KUNVATH គុណវឌ្ឍ, LEAPHENG លាភហេង, MENGKHEANG ម៉េងឃាង, NISAY និស្ស័យ, PHEAKTRA ភ័ក្ត្រា, RAKSA រក្សា
`);
