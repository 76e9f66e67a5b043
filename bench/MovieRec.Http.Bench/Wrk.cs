using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MovieRec.Http.Bench;

/// <summary>Load generator for one address: wrk (Debian package <c>wrk</c>).</summary>
internal static partial class Wrk
{
    /// <summary>Runs wrk once; returns requests per second, median and 99th percentile of the latency.</summary>
    public static async Task<(double RequestsPerSecond, string P50, string P99)> RunAsync(
        string address, string? accessToken, int connections, int seconds)
    {
        var start = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-t1", $"-c{connections}", $"-d{seconds}s", "--latency"])
            start.ArgumentList.Add(argument);
        if (accessToken is not null)
        {
            start.ArgumentList.Add("-H");
            start.ArgumentList.Add($"Authorization: Bearer {accessToken}");
        }

        start.ArgumentList.Add(address);
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (wrk.ExitCode != 0 || output.Contains("Non-2xx", StringComparison.Ordinal))
            throw new InvalidOperationException($"wrk on {address}: {output}");
        return (
            double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture),
            Half().Match(output).Groups["time"].Value,
            NinetyNine().Match(output).Groups["time"].Value);
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"\s50%\s+(?<time>\S+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Half();

    [GeneratedRegex(@"\s99%\s+(?<time>\S+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NinetyNine();
}
