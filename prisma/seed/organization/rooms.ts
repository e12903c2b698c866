export type Building = "MAIN" | "WEST" | "BACK";
export type RoomType = "CLASS" | "COMP" | "LANG" | "CONFERENCE" | "MEETING" | "OFFICE" | "OTHER";
export type RoomRow = {
  id: number;
  code: string;
  building: Building;
  name: string;
  type: RoomType;
  capacity: number;
  hasProjector: boolean;
  hasComputers: boolean;
};

/** Most classrooms bear the name of a temple; the rest of the back building is numbered. */
const temples: Record<Building, string> = {
  MAIN: `Angkor Wat, Bayon, Ta Prohm, Banteay Srei, Preah Khan, Baphuon, Phnom Bakheng, Neak Pean, Ta Som, Pre Rup,
    East Mebon, Banteay Kdei, Srah Srang, Phimeanakas, Preah Vihear, Sambor Prei Kuk, Koh Ker, Beng Mealea,
    Banteay Chhmar, Phnom Kulen, Kbal Spean, Bakong, Preah Ko, Lolei, Phnom Krom, Phnom Bok, Chau Say Tevoda,
    Thommanon, Ta Keo, Banteay Samre`,
  WEST: `Wat Athvea, Prasat Kravan, Ta Nei, Krol Ko, Baksei Chamkrong, Preah Palilay, Tep Pranam, Prasat Suor Prat,
    Preah Pithu, West Mebon, Ak Yum, Banteay Prei, Mangalartha, Phnom Chisor, Ta Prohm of Tonle Bati, Wat Nokor,
    Phnom Da, Asram Maha Rosei, Prasat Thom, Prasat Pram, Prasat Chrung, Chau Srei Vibol, Rong Chen, Prasat Bei`,
  BACK: `Phnom Banan, Wat Ek Phnom, Prasat Snung, Ta Muen Thom, Neak Buos, Spean Praptos, Room 7, Room 8, Room 9,
    Room 10, Room 11, Room 12, Room 13, Room 14, Room 15, Room 16, Room 17, Room 18`,
};

const special: readonly (readonly [Building, string, RoomType, number])[] = [
  ["MAIN", "Computer Laboratory", "COMP", 40],
  ["WEST", "Language Laboratory", "LANG", 32],
  ["MAIN", "Chaktomuk Conference Hall", "CONFERENCE", 200],
  ["MAIN", "Meeting Room", "MEETING", 16],
  ["WEST", "Teachers' Office", "OFFICE", 30],
  ["BACK", "Reading Hall", "OTHER", 60],
];

/** The 78 rooms of domain.md 0.1: 72 classrooms, one computer and one language laboratory, four others. */
export function makeRooms(): RoomRow[] {
  const rooms: RoomRow[] = [];
  const add = (building: Building, name: string, type: RoomType, capacity: number) => {
    const inBuilding = rooms.filter((room) => room.building === building).length;
    rooms.push({
      id: rooms.length + 1,
      code: `${building[0]}${Math.floor(inBuilding / 12) + 1}${String((inBuilding % 12) + 1).padStart(2, "0")}`,
      building,
      name,
      type,
      capacity,
      hasProjector: type !== "OFFICE" && inBuilding % 3 !== 2,
      hasComputers: type === "COMP" || type === "LANG",
    });
  };
  for (const building of ["MAIN", "WEST", "BACK"] as const) {
    const names = temples[building].split(",").map((name) => name.trim().replace(/\s+/g, " "));
    for (const [index, name] of names.entries()) add(building, name, "CLASS", index % 4 === 3 ? 40 : 32);
  }
  for (const [building, name, type, capacity] of special) add(building, name, type, capacity);
  return rooms;
}
