"use server";

import { action } from "@/lib/platform/actions/action";
import { admitStudentCommand } from "@/lib/studies/commands";
import { admitStudentInput } from "@/lib/studies/schemas";

export const admitStudent = action({
  name: "studies.admit-student",
  permission: "studies:edit",
  input: admitStudentInput,
}).handler(admitStudentCommand);
