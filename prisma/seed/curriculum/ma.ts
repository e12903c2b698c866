/** Master's courses: those of all three programmes, of the MBA, of both MEd programmes, of each MEd programme. */
export const masterShared = `
GRAD-501 | Research Methodology | វិធីសាស្ត្រស្រាវជ្រាវជាន់ខ្ពស់
GRAD-502 | Academic Writing for Graduates | ការសរសេរបែបវិជ្ជាការជាន់ខ្ពស់
`;

export const mbaCourses = `
MBAD-510 | Managerial Economics | សេដ្ឋកិច្ចគ្រប់គ្រងជាន់ខ្ពស់
MBAD-511 | Financial and Managerial Accounting | គណនេយ្យហិរញ្ញវត្ថុ និងគ្រប់គ្រង
MBAD-512 | Organisation and Management | អង្គភាព និងការគ្រប់គ្រង
MBAD-513 | Quantitative Methods | វិធីសាស្ត្របរិមាណ
MBAD-520 | Marketing Management | ការគ្រប់គ្រងទីផ្សារ
MBAD-521 | Corporate Finance | ហិរញ្ញវត្ថុសាជីវកម្មជាន់ខ្ពស់ | MBAD-511
MBAD-522 | Human Capital Management | ការគ្រប់គ្រងមូលធនមនុស្ស | MBAD-512
MBAD-530 | Operations and Supply Chains | ប្រតិបត្តិការ និងខ្សែសង្វាក់ផ្គត់ផ្គង់ | MBAD-513
MBAD-531 | International Business | អាជីវកម្មអន្តរជាតិជាន់ខ្ពស់
MBAD-532 | Business Law and Ethics | ច្បាប់ និងក្រមសីលធម៌អាជីវកម្ម
MBAD-540 | Entrepreneurship and Innovation | សហគ្រិនភាព និងនវានុវត្តន៍
MBAD-541 | Investment and Portfolios | ការវិនិយោគ និងផលបត្រ | MBAD-521
MBAD-542 | Hospitality Strategy | យុទ្ធសាស្ត្របដិសណ្ឋារកិច្ច
MBAD-550 | Strategic Management | ការគ្រប់គ្រងជាយុទ្ធសាស្ត្រជាន់ខ្ពស់ | MBAD-512 & MBAD-520
MBAD-599 | MBA Thesis | សារណា MBA | GRAD-501
`;

export const educationShared = `
MEDU-510 | Philosophy of Education | ទស្សនវិជ្ជាអប់រំ
MEDU-511 | Psychology of Learning | ចិត្តវិទ្យានៃការរៀន
MEDU-512 | Curriculum and Instruction | កម្មវិធីសិក្សា និងការបង្រៀន
MEDU-520 | Educational Assessment | ការវាយតម្លៃការអប់រំ | MEDU-512
MEDU-521 | Technology for Learning | បច្ចេកវិទ្យាសម្រាប់ការរៀន
MEDU-599 | MEd Thesis | សារណា MEd | GRAD-501
`;

export const leadershipCourses = `
MEDL-530 | School Leadership | ភាពជាអ្នកដឹកនាំសាលារៀន
MEDL-531 | Education Policy in Cambodia | គោលនយោបាយអប់រំនៅកម្ពុជា
MEDL-532 | School Finance | ហិរញ្ញវត្ថុសាលារៀន
MEDL-540 | Supervision of Instruction | ការត្រួតពិនិត្យការបង្រៀន | MEDU-512
MEDL-541 | Managing Change in Schools | ការគ្រប់គ្រងការផ្លាស់ប្ដូរក្នុងសាលារៀន | MEDL-530
MEDL-550 | Leadership Practicum | កម្មសិក្សាភាពជាអ្នកដឹកនាំ | MEDL-530
`;

export const languageTeachingCourses = `
MEDT-530 | Linguistics for Teachers | ភាសាវិទ្យាសម្រាប់គ្រូបង្រៀន
MEDT-531 | Principles of Language Teaching | គោលការណ៍បង្រៀនភាសា
MEDT-532 | Second Language Acquisition | ការរៀនភាសាទីពីរជាន់ខ្ពស់
MEDT-540 | Language Testing | ការធ្វើតេស្តភាសា | MEDT-531
MEDT-541 | Materials and Course Design | ការរៀបចំសម្ភារៈ និងមុខវិជ្ជា | MEDT-531
MEDT-550 | Teaching Practicum | កម្មសិក្សាបង្រៀនជាន់ខ្ពស់ | MEDT-531
`;
