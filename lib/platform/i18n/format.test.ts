import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelative,
  formatTime,
  formatTimeRange,
  formatWeekday,
  withDigits,
} from "./format";

describe("dates are day, month, year", () => {
  it("in English", () => {
    expect(formatDate("2026-11-04", "en")).toBe("4 Nov 2026");
    expect(formatDate("2026-11-04", "en", "western", "long")).toBe("4 November 2026");
    expect(formatDate("2026-11-24", "en", "western", "weekday")).toBe("Tuesday, 24 November 2026");
    expect(formatDate("2026-11-04", "en", "western", "numeric")).toBe("04/11/2026");
  });

  it("in Khmer, never by the Buddhist calendar", () => {
    expect(formatDate("2026-11-04", "km")).toBe("4 វិច្ឆិកា 2026");
    expect(formatDate("2026-11-04", "km", "khmer")).toBe("៤ វិច្ឆិកា ២០២៦");
    expect(formatDate("2026-11-04", "km", "western", "long")).toBe("ថ្ងៃទី4 ខែវិច្ឆិកា ឆ្នាំ2026");
    expect(formatDate("2026-11-24", "km", "khmer", "weekday")).toBe("ថ្ងៃអង្គារ ទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦");
  });

  it("of an instant in the campus zone", () => {
    expect(formatDate("2026-11-23T17:30:00.000Z", "en")).toBe("24 Nov 2026");
    expect(formatDateTime("2026-11-23T17:30:00.000Z", "en")).toBe("24 Nov 2026, 00:30");
  });

  it("of ranges without repeating", () => {
    expect(formatDateRange("2026-11-03", "2026-11-09", "en")).toBe("3–9 Nov 2026");
    expect(formatDateRange("2026-11-28", "2026-12-04", "en")).toBe("28 Nov – 4 Dec 2026");
    expect(formatDateRange("2026-12-28", "2027-01-04", "en")).toBe("28 Dec 2026 – 4 Jan 2027");
    expect(formatDateRange("2026-11-03", "2026-11-03", "en")).toBe("3 Nov 2026");
    expect(formatDateRange("2026-11-03", "2026-11-09", "km", "khmer")).toBe("៣–៩ វិច្ឆិកា ២០២៦");
  });
});

describe("times", () => {
  it("have 24 hours", () => {
    expect(formatTime(450, "en")).toBe("07:30");
    expect(formatTimeRange(1050, 1140, "km", "khmer")).toBe("១៧:៣០–១៩:០០");
    expect(formatTime("2026-11-24T01:05:00Z", "en")).toBe("08:05");
  });

  it("name weekdays from Monday", () => {
    expect(formatWeekday(1, "en", "short")).toBe("Mon");
    expect(formatWeekday(7, "km")).toBe("ថ្ងៃអាទិត្យ");
  });

  it("say how long ago", () => {
    const now = new Date("2026-11-24T10:00:00Z");
    expect(formatRelative("2026-11-24T07:00:00Z", now, "en")).toBe("3 hours ago");
    expect(formatRelative("2026-11-26T10:00:00Z", now, "en")).toBe("in 2 days");
    expect(formatRelative("2026-11-24T09:59:40Z", now, "en")).toBe("now");
    expect(formatRelative("2026-09-24T10:00:00Z", now, "en")).toBe("24 Sep 2026");
    expect(formatRelative("2026-11-24T07:00:00Z", now, "km", "khmer")).toMatch(/៣/);
  });
});

describe("numbers and money", () => {
  it("group by thousands", () => {
    expect(formatNumber(18000, "en")).toBe("18,000");
    expect(formatNumber("1234567.5", "km", "khmer")).toBe("១,២៣៤,៥៦៧.៥");
    expect(formatNumber(3.456, "en", "western", 2)).toBe("3.46");
    expect(formatPercent("87.5", "en")).toBe("87.5\u00a0%");
  });

  it("write dollars with two places and riel with none", () => {
    expect(formatMoney("1234.5", "USD", "en")).toBe("$1,234.50");
    expect(formatMoney("-5", "USD", "en")).toBe("\u2212$5.00");
    expect(formatMoney("410000", "KHR", "km")).toBe("410,000\u00a0៛");
    expect(formatMoney("410000", "KHR", "km", "khmer")).toBe("៤១០,០០០\u00a0៛");
    expect(formatMoney("0.005", "USD", "en")).toBe("$0.01");
    expect(formatMoney("-0.001", "USD", "en")).toBe("$0.00");
    expect(() => formatMoney("1,000", "USD", "en")).toThrow(RangeError);
  });

  it("keep every cent of any amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (cents) => {
        const amount = `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
        expect(formatMoney(amount, "USD", "en").replace(/[$,]/g, "")).toBe(amount);
      }),
    );
  });

  it("leave digits alone unless Khmer was chosen in Khmer", () => {
    expect(withDigits("A1", "km", "khmer")).toBe("A១");
    expect(withDigits("A1", "en", "khmer")).toBe("A1");
    expect(withDigits("A1", "km", "western")).toBe("A1");
  });
});
