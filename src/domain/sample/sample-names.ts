// Invented people's names, of many cultures; any likeness to a real person is chance.

/** Given and family names that go together; combined at random, they are nobody's. */
export const cultures: readonly { readonly given: readonly string[]; readonly family: readonly string[] }[] = [
  { given: ['Amara', 'Chidi', 'Ngozi', 'Emeka', 'Ifeoma'], family: ['Okafor', 'Eze', 'Nwosu', 'Obi'] },
  { given: ['Mei', 'Wei', 'Jing', 'Hao', 'Lan'], family: ['Lin', 'Zhang', 'Chen', 'Wu'] },
  { given: ['Ana', 'Davi', 'Lucas', 'Beatriz', 'João'], family: ['Suarez', 'Rocha', 'Almeida', 'Nunes da Silva'] },
  { given: ['Priya', 'Arjun', 'Kavya', 'Rohan', 'Meera'], family: ['Nair', 'Iyer', 'Sharma', 'Reddy'] },
  { given: ['Lior', 'Noa', 'Eitan', 'Talia'], family: ['Cohen', 'Levi', 'Mizrahi'] },
  { given: ['Zoë', 'Jürgen', 'Lena', 'Søren', 'Freja'], family: ['Müller', 'Groß', 'Jensen', 'Bergström'] },
  { given: ['Fatima', 'Yusuf', 'Layla', 'Omar', 'Huda'], family: ['Haddad', 'Al-Amin', 'Nasser', 'Khoury'] },
  { given: ['Sofía', 'José', 'Lucía', 'Mateo'], family: ['Núñez', 'García López', 'Ibáñez', 'Ortega'] },
  { given: ['Aiko', 'Haruto', 'Yui', 'Ren'], family: ['Tanaka', 'Mori', 'Kobayashi'] },
  { given: ['Linh', 'Minh', 'Thảo', 'Anh'], family: ['Nguyễn', 'Trần', 'Phạm'] },
  { given: ['Kwame', 'Akosua', 'Kofi', 'Abena'], family: ['Mensah', 'Boateng', 'Asante'] },
  { given: ['Siobhán', 'Rhys', 'Ciara', 'Ewan'], family: ["O'Connor", 'Davies', 'Mackay', 'Byrne'] },
  { given: ['Katarzyna', 'Piotr', 'Zofia', 'Łukasz'], family: ['Kowalska', 'Nowak', 'Wiśniewski'] },
  { given: ['Leilani', 'Keoni', 'Tama', 'Moana'], family: ['Kealoha', 'Tuilagi', 'Parata'] },
];
