import type { ReactNode } from "react";
import type { GatheringView } from "../../live/index.js";
import { ClosingPicture } from "./closing-picture.js";
import { IdeasPicture } from "./ideas-picture.js";
import { InstructionPicture } from "./instruction-picture.js";
import { ProgrammePicture } from "./programme-picture.js";
import { RevealPicture } from "./reveal-picture.js";
import { SpotlightPicture } from "./spotlight-picture.js";
import { TakeawaysPicture } from "./takeaways-picture.js";
import { TilesPicture } from "./tiles-picture.js";
import { VotePicture } from "./vote-picture.js";
import { WelcomePicture } from "./welcome-picture.js";

/** The picture that the leader has chosen. */
export function PlenaryPicture({ gathering }: { gathering: GatheringView }): ReactNode {
  const { view, boardId, contributionId } = gathering.projection;
  switch (view) {
    case "WELCOME":
      return <WelcomePicture gathering={gathering} />;
    case "PROGRAMME":
      return <ProgrammePicture gathering={gathering} />;
    case "INSTRUCTION":
      return <InstructionPicture gathering={gathering} />;
    case "TILES":
      return <TilesPicture gathering={gathering} />;
    case "SPOTLIGHT":
      return boardId && contributionId ? (
        <SpotlightPicture key={contributionId} boardId={boardId} cardId={contributionId} />
      ) : (
        <InstructionPicture gathering={gathering} />
      );
    case "IDEAS":
      return <IdeasPicture gathering={gathering} />;
    case "VOTE":
      return <VotePicture gathering={gathering} />;
    case "REVEAL":
      return <RevealPicture gathering={gathering} />;
    case "TAKEAWAYS":
      return <TakeawaysPicture gathering={gathering} />;
    case "CLOSING":
      return <ClosingPicture gathering={gathering} />;
    case "BLACK":
      return null;
  }
}
