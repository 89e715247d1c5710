namespace MetaNotebooks

open System
open System.Globalization
open System.IO
open TorchSharp

/// What full runs learned, in data/results beside their figures: as text, since that is what a repository keeps well.
/// A line holds the seed, the name and the sizes of a tensor, and its numbers.
[<RequireQualifiedAccess>]
module Learned =

    let private header = "seed,name,sizes,numbers"

    let private spaced (values: seq<string>) = String.concat " " values

    let private parsed (parse: string -> 'T) (text: string) =
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) |> Array.map parse

    // The shortest text that reads back as the same number.
    let private line (seed: int) (name: string) (tensor: torch.Tensor) =
        let numbers =
            floats tensor |> Array.map (fun x -> (float32 x).ToString("R", CultureInfo.InvariantCulture))

        $"{seed},{name},{tensor.shape |> Array.map string |> spaced},{spaced numbers}"

    let private path (name: string) = beside $"../data/results/{name}.csv"

    // The jobs of a sweep each keep their own.
    let private ownPath (name: string) = Job.PathOf(path name)

    let internal keepAt (path: string) (fit: Fit) : unit =
        Directory.CreateDirectory(string (Path.GetDirectoryName path)) |> ignore

        File.WriteAllLines(
            path,
            [
                header
                for seed, run in fit.Runs do
                    for name, tensor in Seq.zip run.Meta.Names run.Meta do
                        line seed name tensor
            ]
        )

    let private tensor (path: string) (line: string) =
        match line.Split ',' with
        | [| seed; name; sizes; numbers |] ->
            let values = parsed (fun x -> Single.Parse(x, CultureInfo.InvariantCulture)) numbers
            int seed, (name, torch.tensor(values).reshape(parsed int64 sizes))
        | parts ->
            raise (BadFileException(path, $"'{parts[0]}'", $"{parts.Length} columns; expected {header}."))

    let internal keptAt (path: string) (learner: #ILearner) : Fit =
        let expected = learner.Init(Seed 1)

        let run (seed: int, lines: seq<int * (string * torch.Tensor)>) =
            let read = lines |> Seq.map snd |> Map.ofSeq

            let one name =
                match read.TryFind name with
                | Some tensor when tensor.shape = expected[name].shape -> name, tensor
                | found ->
                    let sizes (tensor: torch.Tensor) =
                        tensor.shape |> Array.map string |> spaced

                    let was = found |> Option.map sizes |> Option.defaultValue "missing"

                    let problem =
                        $"{name} is {was}; {learner.Name} learns it with sizes {sizes expected[name]}."

                    raise (BadFileException(path, $"seed {seed}", problem))

            seed, TrainingResult(parameters (Seq.map one expected.Names), [||])

        {
            Learner = learner
            Runs =
                File.ReadLines path
                |> Seq.skip 1
                |> Seq.map (tensor path)
                |> Seq.groupBy fst
                |> Seq.map run
                |> List.ofSeq
        }

    /// Keeps what was learned in single precision, from each seed, under a name.
    let keep (name: string) (fit: Fit) : unit = keepAt (ownPath name) fit

    /// What was learned and kept under a name, by the same learner.
    let kept (name: string) (learner: #ILearner) : Fit =
        keptAt
            (if File.Exists(ownPath name) then
                 ownPath name
             else
                 path name)
            learner
