import { describe, expect, it } from "vitest";
import { addressKey, resolveAddress, trustedList, UNKNOWN_ADDRESS } from "./client-address";

const nobody = trustedList([]);
const proxies = trustedList(["10.0.0.0/8", "::1", "127.0.0.1"]);

describe("resolveAddress", () => {
  it("believes the socket when no proxy is trusted, whatever the header says", () => {
    expect(resolveAddress("203.0.113.9", "198.51.100.1", nobody)).toBe("203.0.113.9");
    expect(resolveAddress("203.0.113.9", "198.51.100.1", proxies)).toBe("203.0.113.9");
  });

  it("takes the hop before the last trusted proxy", () => {
    expect(resolveAddress("10.0.0.2", "198.51.100.7", proxies)).toBe("198.51.100.7");
    expect(resolveAddress("::ffff:127.0.0.1", "198.51.100.7, 10.1.1.1", proxies)).toBe("198.51.100.7");
  });

  it("does not believe hops that the client put before the real one", () => {
    expect(resolveAddress("10.0.0.2", "1.1.1.1, 8.8.8.8, 198.51.100.7", proxies)).toBe("198.51.100.7");
  });

  it("stops at rubbish", () => {
    expect(resolveAddress("10.0.0.2", "' OR 1=1", proxies)).toBe("10.0.0.2");
    expect(resolveAddress(null, "198.51.100.7", proxies)).toBe(UNKNOWN_ADDRESS);
    expect(resolveAddress("", "198.51.100.7", proxies)).toBe(UNKNOWN_ADDRESS);
  });
});

describe("addressKey", () => {
  it("counts an IPv6 subscriber once", () => {
    expect(addressKey("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(addressKey("2001:db8:1:2::9")).toBe("2001:db8:1:2::/64");
    expect(addressKey("2001:0db8::1")).toBe("2001:db8:0:0::/64");
    expect(addressKey("::1")).toBe("0:0:0:0::/64");
    expect(addressKey("203.0.113.9")).toBe("203.0.113.9");
  });
});

describe("trustedList", () => {
  it("names what it cannot read", () => {
    expect(() => trustedList(["proxy.example"])).toThrow("proxy.example");
  });
});
