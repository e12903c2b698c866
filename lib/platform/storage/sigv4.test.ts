import { expect, test } from "vitest";
import { signedHeaders } from "./sigv4";

const keys = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  // The invented key of the examples in the documentation of Signature Version 4.
  secretAccessKey: ["wJalrXUtnFEMI", "K7MDENG", "bPxRfiCYEXAMPLEKEY"].join("/"),
  region: "us-east-1",
};
const at = new Date("2013-05-24T00:00:00Z");
const signature = (headers: Record<string, string>) =>
  /Signature=(\w+)$/.exec(headers.authorization ?? "")?.[1];

test("the documented examples are signed as documented", () => {
  const get = signedHeaders(keys, {
    method: "GET",
    url: new URL("https://examplebucket.s3.amazonaws.com/test.txt"),
    headers: { range: "bytes=0-9" },
    at,
  });
  expect(signature(get)).toBe("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  const put = signedHeaders(keys, {
    method: "PUT",
    url: new URL("https://examplebucket.s3.amazonaws.com/test$file.text"),
    headers: { date: "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY" },
    payloadSha256: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
    at,
  });
  expect(signature(put)).toBe("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  expect(put).not.toHaveProperty("host");
});
