/** What somebody works as, in the words of the whole field. Values are what is stored. */
export enum Profession {
  TEACHER = "teacher",
  LEADER = "leader",
  ASSISTANT = "assistant",
  SPECIAL_EDUCATOR = "specialEducator",
  ADVISER = "adviser",
  ACADEMIC = "academic",
  OTHER = "other",
}
