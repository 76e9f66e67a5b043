using System.Diagnostics;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Packaging;

/// <summary>Runs <c>./package</c>, which makes <c>dist/</c> where it is missing or stale and otherwise ends at once.</summary>
internal static class PackageCommand
{
    /// <param name="root">The repository.</param>
    /// <exception cref="SettingsException">It failed; what it needs it has said itself, on standard error.</exception>
    public static void Run(string root)
    {
        using var package = Process.Start(new ProcessStartInfo("bash", [Path.Combine(root, "package")])
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            // Standard output is the template's.
            RedirectStandardOutput = true,
        })!;
        package.OutputDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        package.BeginOutputReadLine();
        package.WaitForExit();
        if (package.ExitCode != 0)
            throw new SettingsException("dist/ could not be made: ./package says above what it needs (-c dist=FOLDER takes one that is made already).");
    }
}
