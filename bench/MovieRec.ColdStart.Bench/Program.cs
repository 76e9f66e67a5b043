using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MovieRec.ColdStart.Bench;
using MovieRec.Emulators;

// ./package && dotnet run -c Release --project bench/MovieRec.ColdStart.Bench -- --runs 20
// Measures the time from process start to the first response to an authenticated GET /user/favourites, warm invocations and peak memory.
// The contenders are bootstrap with the layer, and an equivalent Node handler (bench/cold-start-node). They run in turn, each in Lambda's
// environment.
// With --snapshot 10000 --snapshot 100000 it measures the first response of the functions that read the catalogue instead.
if (BenchOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync($"Known: {BenchOptions.Usage}");
    return 1;
}
if (!File.Exists(Contender.Ours.Executable) || !Directory.Exists(Folders.Layer))
{
    await Console.Error.WriteLineAsync("There is nothing to measure yet: run ./package first.");
    return 1;
}

using var key = RSA.Create(2048);
await using var real =
    await DynamoDbLocal.StartAsync(EmulatorFolder.Above(AppContext.BaseDirectory), null, TimeProvider.System, CancellationToken.None);
await FavouritesList.WriteAsync(real.Client, CancellationToken.None);
if (options.Snapshots.Count > 0)
{
    await SnapshotStarts.MeasureAsync(options, key, real, CancellationToken.None);
    return 0;
}
await NodeHandler.BuildAsync();
Contender[] contenders = [Contender.Ours, .. options.Beside.Select(Contender.Beside), Contender.Node(NodeHandler.Executable)];
Console.WriteLine(
    $"{options.Runs} processes of each in turn, {options.Warm} invocations of each kind per process; Node "
    + $"{await NodeHandler.VersionAsync()}, "
    + $"{Environment.ProcessorCount} cores shared with this bench, {RuntimeInformation.OSDescription}");
foreach (var name in options.Backends)
{
    await using var backend = await Backend.StartAsync(name, key, real, CancellationToken.None);
    var figures = await new Measurement(backend, options).RunAsync(contenders, CancellationToken.None);
    Report.Print(backend, contenders, figures);
}

Report.PrintSizes();
await using var issuer = await Issuer.StartAsync(key, null, CancellationToken.None);
var (verified, remembered) =
    LayerCost.Measure(issuer, [.. Enumerable.Range(0, 1_000).Select(_ => Encoding.ASCII.GetBytes(issuer.NewToken()))]);
Console.WriteLine($"\nA token in the layer: {verified:F1} µs if its signature is verified, {remembered:F1} µs if it is cached.");
return 0;
