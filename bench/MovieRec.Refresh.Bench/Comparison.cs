using System.Diagnostics;
using MovieRec.Aws;
using MovieRec.Emulators;

namespace MovieRec.Refresh.Bench;

/// <summary>Starts the processes in sequence and prints the table.</summary>
internal static class Comparison
{
    private static readonly string s_path = typeof(Comparison).Assembly.Location;

    public static async Task RunAsync()
    {
        Console.WriteLine(
            "| into, rate | end | titles | s | titles per second | of that to publish, s | peak resident MB | allocated MB | snapshot, "
            + "bytes | requests | most per second |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        await WithStandInAsync(address => RefreshAsync(address, rate: 100_000, seconds: 0));
        await using (
            var local = await DynamoDbLocal.StartAsync(
                EmulatorFolder.Above(AppContext.BaseDirectory), dataFolder: null, TimeProvider.System, CancellationToken.None))
        {
            await EmulatedTables.CreateAsync(local.Client, new TableNames(), CancellationToken.None);
            await WithStandInAsync(address => RefreshAsync(address, rate: 100_000, seconds: 0, local.Endpoint));
        }

        await WithStandInAsync(address => RefreshAsync(address, rate: 35, seconds: 20));
    }

    private static async Task WithStandInAsync(Func<string, Task> work)
    {
        using var server = Start(redirectsInput: true, "serve");
        await work((await server.StandardOutput.ReadLineAsync())!);
        server.StandardInput.Close();
        Console.Write(await server.StandardOutput.ReadToEndAsync());
        await server.WaitForExitAsync();
    }

    private static async Task RefreshAsync(string address, int rate, int seconds, params string[] endpoint)
    {
        using var refresh = Start(redirectsInput: false, ["refresh", address, $"{rate}", $"{seconds}", .. endpoint]);
        Console.Write(await refresh.StandardOutput.ReadToEndAsync());
        await refresh.WaitForExitAsync();
    }

    private static Process Start(bool redirectsInput, params string[] arguments) => Process.Start(
        new ProcessStartInfo(
            "dotnet", [s_path, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = redirectsInput,
        })!;
}
