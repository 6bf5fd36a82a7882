import type { TemplateTexts } from "./texts.nb.js";

const en: TemplateTexts = {
  templates: {
    lundRoald: {
      title: "Dialogue conference in one day",
      summary:
        "Our own practice, examples and theory, exchange across units and new plans, after Lund and Roald.",
    },
    fireRom: {
      title: "Four rooms",
      summary: "Across units, new knowledge, work in groups, and a shared ending.",
    },
    ettermiddag: {
      title: "Afternoon",
      summary: "Two and a half hours together. The units do the first and the last part at home.",
    },
    toDager: {
      title: "Two days",
      summary:
        "Plenty of time for practice and exchange on the first day, for ideas and plans on the second.",
    },
    fagdag: {
      title: "Study day",
      summary: "One subject, café dialogue without criticism, and something to take home.",
    },
  },
  items: {
    welcome: { title: "Welcome", instruction: "Join the gathering, and find your place." },
    welcomeBack: {
      title: "Welcome back",
      instruction: "What stays with you from yesterday? Share one thought with the person next to you.",
    },
    ownPractice: {
      title: "Our own practice",
      instruction:
        "Sit with your unit. What have you tried since last time, and what happened? Write one example to show the others.",
    },
    ownPracticeAtHome: {
      title: "At home beforehand: our own practice",
      instruction:
        "Before we meet: talk in your unit about something you have tried. Write one example, and say what you want to be challenged on.",
    },
    theory: {
      title: "Examples and theory",
      instruction: "Listen for something that sheds light on your own practice.",
    },
    moreTheory: {
      title: "New knowledge",
      instruction: "Listen for something that can take you further from what you talked about yesterday.",
    },
    subject: {
      title: "Today's subject",
      instruction: "Note one thing you recognise, and one thing you wonder about.",
    },
    reflection: {
      title: "Time to think",
      instruction:
        "Write in silence: What made an impression? What does it mean to you? Nobody else sees it until we open.",
    },
    dayReflection: {
      title: "Time to think about the day",
      instruction: "Write in silence: What do you see differently now than this morning?",
    },
    break: { title: "Break", instruction: "Stretch your legs, and say hello to somebody you don't know." },
    lunch: { title: "Lunch", instruction: "Enjoy your meal! The clock shows when we start again." },
    exchange: {
      title: "Exchange across units",
      instruction:
        "Read each other's examples, one at a time. Challenge as critical friends, and answer what you are challenged on.",
    },
    cafe: {
      title: "Café dialogue",
      instruction:
        "Tell of something from your own practice, and build on what the others say. Here we listen and wonder; we do not criticise.",
    },
    ideas: { title: "Ideas", instruction: "What could we try? Write one idea on each card." },
    vote: { title: "Vote", instruction: "Vote for the ideas you believe in most." },
    takeHome: {
      title: "Take home",
      instruction: "Choose together what your unit takes home and tries before next time.",
    },
    newPlans: {
      title: "New plans",
      instruction:
        "Sit with your unit. What will you try, who does what, and how will you notice that it works?",
    },
    newPlansAtHome: {
      title: "At home afterwards: new plans",
      instruction:
        "After we have met: agree in your unit on one thing to try, who does what, and when you will talk about it.",
    },
    closing: { title: "Closing", instruction: "One sentence from each unit: This is what we take with us." },
    firstRoom: {
      title: "First room: across units",
      instruction:
        "Share one example each from your own practice. The others ask questions that help, and the one whose example it is answers.",
    },
    secondRoom: {
      title: "Second room: new knowledge",
      instruction: "Listen for something that challenges what you just talked about.",
    },
    thirdRoom: {
      title: "Third room: in groups",
      instruction: "What can we do with what we have heard? Write one idea on each card.",
    },
    fourthRoom: {
      title: "Fourth room: all together",
      instruction: "The groups bring forward what matters most. What do we do next, each of us and together?",
    },
  },
};
export default en;
