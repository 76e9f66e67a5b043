using System.Globalization;
using MovieRec.Engine.Bench;

// dotnet publish bench/MovieRec.EngineNative.Bench -c Release && ./artifacts/publish/MovieRec.EngineNative.Bench/release_linux-x64/MovieRec.EngineNative.Bench data [N]...
// The snapshot's figures of bench/MovieRec.Engine.Bench, from code compiled as in `bootstrap`.
if (args.Length == 0)
{
    Console.Error.WriteLine("Known: DIR [N]..., the folder of catalogue-movies.jsonl and catalogue-tv.jsonl, and how many titles.");
    return 1;
}
var real = CatalogueFiles.Read(args[0]);
int[] sizes = args.Length > 1 ? Array.ConvertAll(args[1..], size => int.Parse(size, CultureInfo.InvariantCulture)) : [10_000, 100_000];
SnapshotFigures.PrintHeader();
foreach (var size in sizes)
    SnapshotFigures.Print("lifelike", LifelikeTitles.Make(size, real, seed: 7));
return 0;
