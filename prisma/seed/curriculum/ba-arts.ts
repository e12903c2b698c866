/** Courses of the two majors outside business. */
export const tesolCourses = `
LING-201 | Introduction to Linguistics | ភាសាវិទ្យាទូទៅ | ENGL-101
LING-220 | English Grammar I | វេយ្យាករណ៍អង់គ្លេស 1 | ENGL-101
EDUC-201 | Foundations of Education | មូលដ្ឋានគ្រឹះអប់រំ
TESL-201 | Introduction to TESOL | សេចក្ដីផ្ដើមអំពីការបង្រៀនភាសាអង់គ្លេស | ENGL-102
LING-210 | Phonetics and Phonology | សូរវិទ្យា និងសទ្ទវិទ្យា | LING-201
EDUC-210 | Educational Psychology | ចិត្តវិទ្យាអប់រំ | PSYC-101
LING-221 | English Grammar II | វេយ្យាករណ៍អង់គ្លេស 2 | LING-220
TESL-301 | Teaching Methods I | វិធីសាស្ត្របង្រៀន 1 | TESL-201
EDUC-310 | Classroom Management | ការគ្រប់គ្រងថ្នាក់រៀន | EDUC-201
LING-310 | Morphology and Syntax | រូបវិទ្យា និងវាក្យសម្ព័ន្ធ | LING-201
EDUC-320 | Curriculum Design | ការរៀបចំកម្មវិធីសិក្សា | EDUC-201
TESL-302 | Teaching Methods II | វិធីសាស្ត្របង្រៀន 2 | TESL-301
TESL-310 | Teaching Listening and Speaking | ការបង្រៀនស្ដាប់ និងនិយាយ | TESL-201
EDUC-330 | Assessment in Education | ការវាយតម្លៃក្នុងការអប់រំ | EDUC-201
LING-320 | Sociolinguistics | សង្គមភាសាវិទ្យា | LING-201
TESL-320 | Teaching Reading and Writing | ការបង្រៀនអាន និងសរសេរ | TESL-201
TESL-330 | Teaching Grammar and Vocabulary | ការបង្រៀនវេយ្យាករណ៍ និងវាក្យសព្ទ | TESL-201 & LING-220
EDUC-340 | Educational Technology | បច្ចេកវិទ្យាអប់រំ | COMP-101
TESL-340 | Teaching Young Learners | ការបង្រៀនកុមារ | EDUC-210
LING-330 | Semantics and Pragmatics | អត្ថវិទ្យា និងបរិបទវិទ្យា | LING-201
TESL-350 | Materials Development | ការរៀបចំសម្ភារៈបង្រៀន | TESL-301
TESL-410 | Second Language Acquisition | ការរៀនភាសាទីពីរ | LING-201 / EDUC-210
TESL-420 | Teaching Practicum I | កម្មសិក្សាបង្រៀន 1 | TESL-301
TESL-421 | Teaching Practicum II | កម្មសិក្សាបង្រៀន 2 | TESL-301
TESL-499 | Senior Project in TESOL | សារណាបញ្ចប់ការសិក្សា ផ្នែកបង្រៀនភាសាអង់គ្លេស | ENGL-201 & STAT-201
`;

export const relationsCourses = `
IREL-201 | Introduction to International Relations | ទំនាក់ទំនងអន្តរជាតិទូទៅ
HIST-210 | World History | ប្រវត្តិសាស្ត្រពិភពលោក
POLS-201 | Comparative Politics | នយោបាយប្រៀបធៀប | POLS-101
GEOG-201 | World Geography | ភូមិសាស្ត្រពិភពលោក
IREL-210 | History of Diplomacy | ប្រវត្តិការទូត | IREL-201 / HIST-210
POLS-210 | Political Theory | ទ្រឹស្ដីនយោបាយ | POLS-101
IREL-220 | International Organisations | អង្គការអន្តរជាតិ | IREL-201
HIST-310 | History of Southeast Asia | ប្រវត្តិសាស្ត្រអាស៊ីអាគ្នេយ៍ | HIST-110
IREL-301 | Theories of International Relations | ទ្រឹស្ដីទំនាក់ទំនងអន្តរជាតិ | IREL-201
POLS-330 | Government and Politics of Cambodia | រដ្ឋាភិបាល និងនយោបាយកម្ពុជា | POLS-101
IREL-310 | International Law | ច្បាប់អន្តរជាតិ | IREL-201
POLS-310 | Public Policy | គោលនយោបាយសាធារណៈ | POLS-101
IREL-320 | Foreign Policy Analysis | ការវិភាគគោលនយោបាយការបរទេស | IREL-301
ECON-310 | Development Economics | សេដ្ឋកិច្ចអភិវឌ្ឍន៍ | ECON-201
IREL-340 | ASEAN and Southeast Asia | អាស៊ាន និងអាស៊ីអាគ្នេយ៍ | IREL-201
IREL-330 | International Political Economy | សេដ្ឋកិច្ចនយោបាយអន្តរជាតិ | ECON-201 & IREL-201
POLS-320 | Public Administration | រដ្ឋបាលសាធារណៈ | POLS-101
IREL-350 | Conflict and Peace Studies | ការសិក្សាអំពីជម្លោះ និងសន្តិភាព | IREL-201
IREL-360 | International Security | សន្តិសុខអន្តរជាតិ | IREL-301
IREL-370 | Human Rights | សិទ្ធិមនុស្ស | POLS-101
IREL-380 | Foreign Policy of Cambodia | គោលនយោបាយការបរទេសកម្ពុជា | IREL-201
IREL-410 | Globalisation | សកលភាវូបនីយកម្ម | IREL-201
IREL-420 | Diplomacy and Negotiation | ការទូត និងការចរចា | IREL-210 / IREL-301
IREL-499 | Senior Project in International Relations | សារណាបញ្ចប់ការសិក្សា ផ្នែកទំនាក់ទំនងអន្តរជាតិ | ENGL-201 & STAT-201
`;
