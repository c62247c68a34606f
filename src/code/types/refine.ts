// Asks the TypeScript checker about what syntax left open in a scan: names that may be several, payloads and people
// whose types are declared elsewhere. Loads TypeScript when it is called and has something to ask.
import type { ts } from "@ts-morph/common";
import type { CodeProblem, CodeScan, Emission, EmittedName, ValueShape } from "../emission.js";
import { oneOf } from "../emissions/shapes.js";
import { scriptsOf } from "../syntax/script-blocks.js";
import { typesGivenBack } from "./given-back.js";
import { givenTo, nodeOf } from "./node-at.js";
import { type Asked, askedOf, ParsedFiles, scriptEnding, type Texts } from "./program.js";
import { projectsOf } from "./projects.js";
import { type Answers, type Question, refineEmission } from "./questions.js";
import { asCallersGive, seenCallers } from "./seen-callers.js";
import { nameOfType } from "./type-names.js";
import { shapeOfType } from "./type-shape.js";

export type TypeOptions = {
  /** The absolute path of the folder that the scan's paths are relative to. */
  readonly root: string;
  /** True loads all that the files import, whether an answer depends on it or not: what it is measured against. */
  readonly whole?: boolean;
};

/** What the checker did. */
export type TypeWork = {
  /** Expressions that were asked about, and those of them whose type said something. */
  readonly asked: number;
  readonly answered: number;
  /** How many TypeScript projects the files belong to, and how many files were loaded for them. */
  readonly projects: number;
  readonly files: number;
};

export type RefinedScan = { readonly scan: CodeScan; readonly work: TypeWork };

/** The scan with what types know of it. What they don't know stays as it was. */
export async function refineWithTypes(scan: CodeScan, options: TypeOptions): Promise<RefinedScan> {
  const questions = questionsOf(scan);
  const work = { asked: 0, answered: 0, projects: 0, files: 0 };
  if (questions.size === 0) return { scan, work };
  const { ts: typescript, getLibFiles, libFolderInMemoryPath: folder } = await import("@ts-morph/common");
  const declarations = getLibFiles().map(({ fileName, text }) => [`${folder}/${fileName}`, text] as const);
  const library = { folder, texts: new Map(declarations) };
  const root = `${options.root.replaceAll("\\", "/").replace(/\/$/, "")}/`;
  const inProgram = (file: string): string => programPath(root + file);
  const texts = absoluteTexts(scan.texts, root);
  const { projects, problems } = projectsOf([...questions.keys()].map(inProgram), typescript);
  const emissionsOf = new Map<string, Emission[]>();
  for (const emission of scan.emissions.filter(isAskedAbout)) {
    const file = inProgram(emission.span.file);
    const own = emissionsOf.get(file);
    if (own === undefined) emissionsOf.set(file, [emission]);
    else own.push(emission);
  }
  // A workspace that is not installed is found as the scanner finds it.
  const elsewhere = (specifier: string, from: string): string | undefined => {
    const found = from.startsWith(root) ? scan.resolve?.(specifier, from.slice(root.length)) : undefined;
    return found === undefined ? undefined : inProgram(found);
  };
  const refined = new Map<Emission, Emission>();
  const seen = seenCallers(scan);
  const parsed = new ParsedFiles();
  // One program at a time, so that memory does not grow with the number of projects.
  for (const project of projects) {
    const own = project.files.flatMap((file) => emissionsOf.get(file) ?? []);
    const needed = new Map<string, Question[]>();
    for (const { span } of own) {
      for (const asked of questions.get(span.file) ?? []) {
        const path = inProgram(asked.span.file);
        const known = needed.get(path);
        if (known === undefined) needed.set(path, [asked]);
        else known.push(asked);
      }
      questions.delete(span.file);
    }
    const asked = askedOf({
      ts: typescript,
      project,
      questions: needed,
      root,
      texts,
      library,
      parsed,
      resolve: elsewhere,
      whole: options.whole === true,
    });
    work.files += asked.program.getSourceFiles().length;
    const answers = answersOfProgram(asked, inProgram, work);
    for (const emission of own)
      refined.set(emission, refineEmission(emission, asCallersGive(answers, emission, seen)));
    parsed.trim();
  }
  return {
    scan: {
      ...scan,
      emissions: scan.emissions.map((emission) => refined.get(emission) ?? emission),
      problems: [...scan.problems, ...newProblems(scan, problems, root)],
    },
    work: { ...work, projects: projects.length },
  };
}

/**
 * Tests are not held to the plan, the compiler checks the plan's own emitters, and of a wrapper it is the callers that
 * count.
 */
function isAskedAbout({ test, typed, forwards }: Emission): boolean {
  return !test && !typed && forwards !== true;
}

/** What was left open, by the file of the call that it is about. */
function questionsOf(scan: CodeScan): Map<string, readonly Question[]> {
  const questions = new Map<string, Question[]>();
  for (const emission of scan.emissions.filter(isAskedAbout)) {
    const ask = (question: Question): undefined => {
      const own = questions.get(emission.span.file);
      if (own === undefined) questions.set(emission.span.file, [question]);
      else own.push(question);
    };
    const name: Answers["name"] = ({ span }) => ask({ span, as: "expression" });
    refineEmission(emission, { shape: ask, givenTo: () => undefined, name });
  }
  return questions;
}

function answersOfProgram(
  asked: Asked,
  inProgram: (file: string) => string,
  work: { asked: number; answered: number },
): Answers {
  const nodeAt = (question: Question): ts.Node | undefined => {
    const file = asked.program.getSourceFile(inProgram(question.span.file));
    return file === undefined ? undefined : nodeOf(file, question, asked.ts);
  };
  const typeAt = <T>(question: Question, read: (type: ts.Type, node: ts.Node) => T): T | undefined => {
    work.asked += 1;
    const node = nodeAt(question);
    if (node === undefined) return undefined;
    try {
      return read(asked.checker.getTypeAtLocation(node), node);
    } catch (error) {
      // The checker gives up on code that is nested too deeply, and on some that is broken: then nothing is known.
      if (error instanceof RangeError) return undefined;
      if (error instanceof Error && error.message.startsWith("Debug Failure")) return undefined;
      throw error;
    }
  };
  // A wrapper sends what it adds from all of its callers: one place is asked about once.
  const shapes = new Map<string, ValueShape | undefined>();
  const shapeAt = (question: Question): ValueShape | undefined => {
    const { file, start, end } = question.span;
    const key = `${question.as}\0${file}\0${start}\0${end}`;
    if (!shapes.has(key)) shapes.set(key, answerAt(question));
    return shapes.get(key);
  };
  const answerAt = (question: Question): ValueShape | undefined => {
    const isLiteral = question.as === "literal";
    const shape = typeAt(question, (type, node) => {
      const { span } = question;
      const given = isLiteral ? undefined : typesGivenBack(node, asked);
      return given === undefined
        ? shapeOfType(type, span, asked, isLiteral ? node : undefined)
        : oneOf(
            given.map((one) => shapeOfType(one, span, asked)),
            span,
          );
    });
    if (shape === undefined || isEmpty(shape)) return undefined;
    work.answered += 1;
    return shape;
  };
  return {
    shape: shapeAt,
    givenTo(question) {
      const node = nodeAt(question);
      const fn = node === undefined ? undefined : givenTo(node, asked);
      return fn === undefined
        ? undefined
        : { file: question.span.file, start: fn.getStart(), end: fn.getEnd() };
    },
    name(name: EmittedName) {
      const known = typeAt({ span: name.span, as: "expression" }, (type) => nameOfType(name, type, asked));
      if (known === undefined || known === name) return undefined;
      work.answered += 1;
      return known;
    },
  };
}

function isEmpty(shape: ValueShape): boolean {
  return shape.kind === "unknown" || (shape.kind === "array" && shape.items.length === 0 && !shape.complete);
}

function programPath(path: string): string {
  return /\.(?:vue|svelte|astro)$/.test(path) ? path + scriptEnding : path;
}

function absoluteTexts(texts: ReadonlyMap<string, string>, root: string): Texts {
  const absolute = new Map<string, string>();
  for (const [file, text] of texts) {
    const path = programPath(root + file);
    absolute.set(path, path.endsWith(scriptEnding) ? scriptsOf(text) : text);
  }
  return absolute;
}

function newProblems(
  scan: CodeScan,
  problems: ReturnType<typeof projectsOf>["problems"],
  root: string,
): readonly CodeProblem[] {
  const told = new Set(scan.problems.map(({ span }) => span.file));
  return problems.flatMap(({ file, message }): readonly CodeProblem[] => {
    const path = file.startsWith(root) ? file.slice(root.length) : file;
    if (told.has(path)) return [];
    return [{ kind: "configuration", message, span: { file: path, start: 0, end: 0 } }];
  });
}
