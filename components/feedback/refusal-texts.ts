type RefusalTexts = Record<"title" | "text" | "home" | "search", string>;

/** The two refusals that every route group must have at hand. */
export type Refusal = "forbidden" | "notFound";

/**
 * The words of the refusals. They stand in code and not with the other messages: as messages they would have to travel
 * with every page, and so they are loaded only where a page was refused.
 */
export const refusalTexts: Record<"en" | "km", Record<Refusal, RefusalTexts>> = {
  en: {
    forbidden: {
      title: "This page is not for your role",
      text: "You are signed in, but your role has no right to open it. If your work needs it, ask an administrator for the right. If you hold another role, switch to it in the menu at the top.",
      home: "To the start page",
      search: "Find a student",
    },
    notFound: {
      title: "We cannot find this page",
      text: "The address may be mistyped, the record may have moved, or you may not see it. Search for it or start again.",
      home: "To the start page",
      search: "Find a student",
    },
  },
  km: {
    forbidden: {
      title: "តួនាទីរបស់អ្នកមិនអាចបើកទំព័រនេះបានទេ",
      text: "អ្នកបានចូលប្រព័ន្ធហើយ ប៉ុន្តែតួនាទីនេះមិនមានសិទ្ធិបើកទំព័រនេះទេ។ បើការងារត្រូវការ សូមស្នើសុំសិទ្ធិពីអ្នកគ្រប់គ្រងប្រព័ន្ធ។ បើអ្នកមានតួនាទីផ្សេង សូមប្ដូរតួនាទីក្នុងម៉ឺនុយខាងលើ។",
      home: "ទៅទំព័រដើម",
      search: "ស្វែងរកនិស្សិត",
    },
    notFound: {
      title: "រកមិនឃើញទំព័រនេះទេ",
      text: "អាសយដ្ឋានអាចសរសេរខុស កំណត់ត្រាអាចប្ដូរទីតាំង ឬអ្នកមិនមានសិទ្ធិមើល។ សូមស្វែងរក ឬចាប់ផ្ដើមពីទំព័រដើម។",
      home: "ទៅទំព័រដើម",
      search: "ស្វែងរកនិស្សិត",
    },
  },
};
