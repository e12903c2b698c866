type FailedTexts = Record<"title" | "text" | "reference" | "retry" | "home", string>;

/**
 * The words of the failed state. They stand in code and not with the other messages: they travel with every page, since
 * they must be at hand when nothing else can be loaded.
 */
export const failedTexts: Record<"en" | "km", FailedTexts> = {
  en: {
    title: "This did not work",
    text: "The fault is on our side and nothing was changed. Try again; if it happens again, tell the office the reference.",
    reference: "Reference",
    retry: "Try again",
    home: "To the start page",
  },
  km: {
    title: "ការងារនេះមិនបានសម្រេចទេ",
    text: "កំហុសនៅខាងប្រព័ន្ធ ហើយមិនមានអ្វីត្រូវបានកែប្រែទេ។ សូមព្យាយាមម្ដងទៀត។ បើនៅតែកើតឡើង សូមប្រាប់ការិយាល័យនូវលេខយោង។",
    reference: "លេខយោង",
    retry: "ព្យាយាមម្ដងទៀត",
    home: "ទៅទំព័រដើម",
  },
};
