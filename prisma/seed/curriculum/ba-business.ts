/** The core that the three business majors share, then the courses of each. */
export const businessCore = `
MGMT-201 | Principles of Management | គោលការណ៍គ្រប់គ្រង
ACCT-201 | Financial Accounting I | គណនេយ្យហិរញ្ញវត្ថុ 1 | MATH-101
MKTG-201 | Principles of Marketing | គោលការណ៍ទីផ្សារ
FINA-201 | Business Finance | ហិរញ្ញវត្ថុអាជីវកម្ម | ACCT-201
ACCT-202 | Financial Accounting II | គណនេយ្យហិរញ្ញវត្ថុ 2 | ACCT-201
BLAW-201 | Business Law | ច្បាប់ពាណិជ្ជកម្ម
ECON-202 | Macroeconomics | ម៉ាក្រូសេដ្ឋកិច្ច | ECON-201
MGMT-220 | Business Communication | ទំនាក់ទំនងក្នុងអាជីវកម្ម | ENGL-102
STAT-301 | Business Statistics | ស្ថិតិអាជីវកម្ម | STAT-201
MGMT-330 | Organisational Behaviour | ឥរិយាបថក្នុងអង្គភាព | MGMT-201 / PSYC-101
MGMT-301 | Human Resource Management | ការគ្រប់គ្រងធនធានមនុស្ស | MGMT-201
`;

export const businessCourses = `
MGMT-310 | Operations Management | ការគ្រប់គ្រងប្រតិបត្តិការ | STAT-201
MKTG-310 | Consumer Behaviour | ឥរិយាបថអ្នកប្រើប្រាស់ | MKTG-201
MISY-301 | Management Information Systems | ប្រព័ន្ធព័ត៌មានគ្រប់គ្រង | COMP-102
ACCT-310 | Managerial Accounting | គណនេយ្យគ្រប់គ្រង | ACCT-202
MGMT-320 | Entrepreneurship | សហគ្រិនភាព | MGMT-201 & MKTG-201
MGMT-340 | Project Management | ការគ្រប់គ្រងគម្រោង | MGMT-201
MGMT-350 | International Business | អាជីវកម្មអន្តរជាតិ | ECON-201 / ECON-202
MKTG-320 | Sales Management | ការគ្រប់គ្រងការលក់ | MKTG-201
MGMT-420 | Leadership | ភាពជាអ្នកដឹកនាំ | MGMT-201
MGMT-430 | Supply Chain Management | ការគ្រប់គ្រងខ្សែសង្វាក់ផ្គត់ផ្គង់ | MGMT-201
MGMT-440 | Business Ethics | ក្រមសីលធម៌អាជីវកម្ម | PHIL-105
MGMT-410 | Strategic Management | ការគ្រប់គ្រងជាយុទ្ធសាស្ត្រ | MGMT-330 & FINA-201
BUSI-499 | Senior Project in Business | សារណាបញ្ចប់ការសិក្សា ផ្នែកគ្រប់គ្រង | ENGL-201 & STAT-201
`;

export const tourismCourses = `
TOUR-201 | Introduction to Tourism | ទេសចរណ៍ទូទៅ
HOSP-201 | Introduction to Hospitality | បដិសណ្ឋារកិច្ចទូទៅ
TOUR-220 | Heritage of Angkor | បេតិកភណ្ឌអង្គរ | HIST-110
TOUR-301 | Tour Operations | ប្រតិបត្តិការទេសចរណ៍ | TOUR-201
HOSP-301 | Front Office Operations | ប្រតិបត្តិការផ្នែកទទួលភ្ញៀវ | HOSP-201
HOSP-310 | Food and Beverage Management | ការគ្រប់គ្រងម្ហូបអាហារ និងភេសជ្ជៈ | HOSP-201
HOSP-320 | Housekeeping Management | ការគ្រប់គ្រងផ្នែកសម្អាតបន្ទប់ | HOSP-201
TOUR-310 | Ecotourism and Sustainability | អេកូទេសចរណ៍ និងនិរន្តរភាព | TOUR-201 & ENVS-101
TOUR-320 | Event Management | ការរៀបចំព្រឹត្តិការណ៍ | TOUR-201 / HOSP-201
TOUR-330 | Tourism Marketing | ទីផ្សារទេសចរណ៍ | MKTG-201 & TOUR-201
HOSP-410 | Hotel Revenue Management | ការគ្រប់គ្រងចំណូលសណ្ឋាគារ | HOSP-201 & ACCT-201
TOUR-410 | Destination Planning | ផែនការគោលដៅទេសចរណ៍ | TOUR-301
TOUR-499 | Senior Project in Tourism | សារណាបញ្ចប់ការសិក្សា ផ្នែកទេសចរណ៍ | ENGL-201 & STAT-201
`;

export const financeCourses = `
FINA-320 | Financial Markets and Institutions | ទីផ្សារ និងស្ថាប័នហិរញ្ញវត្ថុ | ECON-201
BANK-301 | Money and Banking | រូបិយវត្ថុ និងធនាគារ | ECON-201
FINA-301 | Corporate Finance | ហិរញ្ញវត្ថុសាជីវកម្ម | FINA-201
BANK-310 | Commercial Bank Management | ការគ្រប់គ្រងធនាគារពាណិជ្ជ | BANK-301
BANK-320 | Credit Analysis | ការវិភាគឥណទាន | BANK-301 & ACCT-201
BANK-330 | Microfinance | មីក្រូហិរញ្ញវត្ថុ | BANK-301 / FINA-201
FINA-330 | Risk and Insurance | ហានិភ័យ និងធានារ៉ាប់រង | FINA-201
FINA-310 | Investment | ការវិនិយោគ | FINA-301
ACCT-320 | Taxation in Cambodia | ពន្ធដារនៅកម្ពុជា | ACCT-202
FINA-340 | International Finance | ហិរញ្ញវត្ថុអន្តរជាតិ | FINA-201 & ECON-202
FINA-410 | Financial Statement Analysis | ការវិភាគរបាយការណ៍ហិរញ្ញវត្ថុ | ACCT-202
FINA-499 | Senior Project in Finance | សារណាបញ្ចប់ការសិក្សា ផ្នែកហិរញ្ញវត្ថុ | ENGL-201 & STAT-201
`;
