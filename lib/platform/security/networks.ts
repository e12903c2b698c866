import { z } from "zod";

/** `203.0.113.0/24`, `2001:db8::/32`: networks by their CIDR text, at most 200. */
export const networkList = z.array(z.union([z.cidrv4(), z.cidrv6()])).max(200);
