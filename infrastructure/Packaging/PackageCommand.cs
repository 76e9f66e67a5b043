using System.Diagnostics;
using MovieRec.Api.Outcomes;

namespace MovieRec.Infrastructure.Packaging;

/// <summary>Runs the scripts that make what is deployed where it is missing or stale, and otherwise end at once.</summary>
internal static class PackageCommand
{
    /// <summary>Makes <c>dist/</c>, by <c>./package</c>.</summary>
    /// <param name="root">The repository.</param>
    /// <exception cref="ConfigurationException">It failed; what it needs it has said itself, on standard error.</exception>
    public static void Run(string root)
    {
        if (!Succeeds(root, "package"))
        {
            throw new ConfigurationException(
                "dist/ could not be made: ./package says above what it needs (-c dist=FOLDER takes one that is made already).");
        }
    }

    /// <summary>Makes <c>web/dist/</c>, by <c>web/make</c>.</summary>
    /// <param name="root">The repository.</param>
    /// <exception cref="ConfigurationException">It failed; what it needs it has said itself, on standard error.</exception>
    public static void RunForPage(string root)
    {
        if (!Succeeds(root, Path.Combine("web", "make")))
        {
            throw new ConfigurationException(
                "web/dist/ could not be made: web/make says above what it needs (-c webDist=FOLDER takes a page that is built already).");
        }
    }

    private static bool Succeeds(string root, string script)
    {
        using var package = Process.Start(new ProcessStartInfo("bash", [Path.Combine(root, script)])
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            // Standard output is the template's.
            RedirectStandardOutput = true,
        })!;
        package.OutputDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        package.BeginOutputReadLine();
        package.WaitForExit();
        return package.ExitCode == 0;
    }
}
