/** The errors of a form as a flat list, nested fields as `phones.0.number`, in the order of the fields. */
export function errorList(errors: object, prefix = ""): { name: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || typeof error !== "object" || key === "ref") return [];
    const name = prefix + key;
    if ("message" in error && typeof error.message === "string") return [{ name, message: error.message }];
    return errorList(error, `${name}.`);
  });
}
