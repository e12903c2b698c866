/** Bachelor courses that every major shares, and free electives. Code | title | Khmer title | prerequisites. */
export const generalCourses = `
ENGL-101 | English Composition I | តែងសេចក្ដីភាសាអង់គ្លេស 1
COMP-101 | Introduction to Computing | កុំព្យូទ័រមូលដ្ឋាន
HIST-110 | Cambodian History and Culture | ប្រវត្តិសាស្ត្រ និងវប្បធម៌កម្ពុជា
KHMR-101 | Khmer Language and Literature | ភាសា និងអក្សរសាស្ត្រខ្មែរ
MATH-101 | College Mathematics | គណិតវិទ្យាថ្នាក់ឧត្តម
PSYC-101 | Introduction to Psychology | ចិត្តវិទ្យាទូទៅ
ENGL-102 | English Composition II | តែងសេចក្ដីភាសាអង់គ្លេស 2 | ENGL-101
SOCI-101 | Introduction to Sociology | សង្គមវិទ្យាទូទៅ
PHIL-105 | Ethics and Philosophy | សីលធម៌ និងទស្សនវិជ្ជា
ENVS-101 | Environment and Society | បរិស្ថាន និងសង្គម
COMP-102 | Computer Applications | កម្មវិធីកុំព្យូទ័រអនុវត្ត | COMP-101
POLS-101 | Introduction to Political Science | វិទ្យាសាស្ត្រនយោបាយទូទៅ
ENGL-201 | Academic Writing | ការសរសេរបែបវិជ្ជាការ | ENGL-102
STAT-201 | Introduction to Statistics | ស្ថិតិទូទៅ | MATH-101
ECON-201 | Microeconomics | មីក្រូសេដ្ឋកិច្ច | MATH-101
LITT-201 | World Literature | អក្សរសាស្ត្រពិភពលោក | ENGL-102
ENGL-202 | Public Speaking | ការនិយាយជាសាធារណៈ | ENGL-101
GENE-110 | Critical Thinking | ការគិតបែបពិចារណា
RESM-401 | Research Methods | វិធីសាស្ត្រស្រាវជ្រាវ | STAT-201 & ENGL-201
`;

export const electiveCourses = `
ACCT-330 | Cost Accounting | គណនេយ្យថ្លៃដើម | ACCT-202
ACCT-410 | Auditing | សវនកម្ម | ACCT-202
MKTG-330 | Advertising and Promotion | ការផ្សាយពាណិជ្ជកម្ម និងការផ្សព្វផ្សាយ | MKTG-201
MKTG-340 | Digital Marketing | ទីផ្សារឌីជីថល | MKTG-201
MKTG-350 | Retail Management | ការគ្រប់គ្រងការលក់រាយ | MKTG-201
MKTG-410 | Marketing Research | ការស្រាវជ្រាវទីផ្សារ | MKTG-201 & STAT-201
MGMT-360 | Small Business Management | ការគ្រប់គ្រងអាជីវកម្មខ្នាតតូច | MGMT-201
MGMT-370 | Negotiation | ការចរចា | MGMT-201 / IREL-201
ECON-320 | Managerial Economics | សេដ្ឋកិច្ចគ្រប់គ្រង | ECON-201
ECON-330 | Economy of Cambodia | សេដ្ឋកិច្ចកម្ពុជា | ECON-201 / ECON-202
TOUR-340 | Tour Guiding | មគ្គុទ្ទេសក៍ទេសចរណ៍ | TOUR-201
TOUR-350 | Airline Ticketing | ការលក់សំបុត្រយន្តហោះ | TOUR-201
HOSP-330 | Culinary Arts | សិល្បៈធ្វើម្ហូប | HOSP-201
HOSP-340 | Hotel and Tourism Law | ច្បាប់សណ្ឋាគារ និងទេសចរណ៍ | BLAW-201 / HOSP-201
BANK-340 | Digital Banking | ធនាគារឌីជីថល | BANK-301
FINA-350 | Real Estate Finance | ហិរញ្ញវត្ថុអចលនទ្រព្យ | FINA-201
COMP-201 | Database Systems | ប្រព័ន្ធទិន្នន័យ | COMP-102
COMP-210 | Web Design | ការរចនាគេហទំព័រ | COMP-102
FREN-101 | French I | ភាសាបារាំង 1
JAPN-101 | Japanese I | ភាសាជប៉ុន 1
KORE-101 | Korean I | ភាសាកូរ៉េ 1
CHIN-101 | Chinese I | ភាសាចិន 1
CHIN-102 | Chinese II | ភាសាចិន 2 | CHIN-101
ARTS-101 | Khmer Arts and Performance | សិល្បៈ និងការសម្ដែងខ្មែរ
SOCI-201 | Cultural Anthropology | នរវិទ្យាវប្បធម៌ | SOCI-101
ENVS-201 | Natural Resources of the Tonle Sap | ធនធានធម្មជាតិបឹងទន្លេសាប | ENVS-101
LITT-301 | American Literature | អក្សរសាស្ត្រអាមេរិក | LITT-201
`;
