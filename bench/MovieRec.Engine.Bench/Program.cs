using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MovieRec.Engine.Bench;
using MovieRec.Engine.Collaborative;

// dotnet run -c Release --project bench/MovieRec.Engine.Bench -- [--catalogue DIR] [--titles N]... [--million] [--profiles] [--model FILE]
// [--training] [--benchmark] [--search TEXT] [--search-figures] [--snapshot]
string? folder = null;
var sizes = new List<int>();
var profiles = false;
var snapshot = false;
string? search = null;
var searchFigures = false;
CollaborativeModel? model = null;
for (var at = 0; at < args.Length; at++)
{
    switch (args[at])
    {
        case "--catalogue" when at + 1 < args.Length:
            folder = args[++at];
            break;
        case "--titles" when at + 1 < args.Length && int.TryParse(args[at + 1], out var titles) && titles > 0:
            sizes.Add(titles);
            at++;
            break;
        case "--million":
            sizes.AddRange([10_000, 100_000, 1_000_000]);
            break;
        case "--search" when at + 1 < args.Length:
            search = args[++at];
            break;
        case "--search-figures":
            searchFigures = true;
            break;
        case "--training":
            TrainingFigures.Print();
            return 0;
        case "--benchmark":
            // In this process: a project that BenchmarkDotNet generates would not use this repository's lock files.
            BenchmarkRunner.Run<RequestBenchmarks>(DefaultConfig.Instance
                .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath("artifacts/benchmarks"));
            return 0;
        case "--model" when at + 1 < args.Length:
            if (!ModelReader.TryRead(await File.ReadAllBytesAsync(args[++at]), out model, out var reason))
            {
                Console.Error.WriteLine($"{args[at]} is rejected: {reason}.");
                return 1;
            }
            break;
        case "--snapshot":
            snapshot = true;
            break;
        case "--profiles":
            profiles = true;
            break;
        default:
            Console.Error.WriteLine(
                $"Unknown argument {args[at]}. Known: --catalogue DIR, --titles N, --million, --profiles, --model FILE, --training, "
                + "--benchmark, --search TEXT, --search-figures, --snapshot.");
            return 1;
    }
}
if ((profiles || snapshot || searchFigures || search is not null) && folder is null)
{
    Console.Error.WriteLine(
        "--profiles, --snapshot, --search and --search-figures need --catalogue DIR, the folder of catalogue-movies.jsonl and "
        + "catalogue-tv.jsonl.");
    return 1;
}
if (profiles)
{
    Profiles.Print(CatalogueFiles.Read(folder!), model);
    return 0;
}
if (snapshot)
{
    var real = CatalogueFiles.Read(folder!);
    SnapshotFigures.PrintHeader();
    SnapshotFigures.Print("real", [.. real.Take(20)]);
    SnapshotFigures.Print("real", real);
    foreach (var size in sizes.Count > 0 ? sizes : [10_000, 100_000])
        SnapshotFigures.Print("lifelike", LifelikeTitles.Make(size, real, seed: 7));
    return 0;
}
if (search is not null)
{
    Profiles.Find(CatalogueFiles.Read(folder!), search);
    return 0;
}
if (searchFigures)
{
    SearchFigures.Print(CatalogueFiles.Read(folder!), sizes.Count > 0 ? sizes : [100_000]);
    return 0;
}
Figures.PrintHeader();
if (folder is not null)
    Figures.Print("real", CatalogueFiles.Read(folder));
if (sizes.Count == 0 && folder is null)
    sizes.AddRange([10_000, 100_000]);
foreach (var size in sizes)
    Figures.Print("synthetic", SyntheticTitles.Make(size, seed: 7));
return 0;
