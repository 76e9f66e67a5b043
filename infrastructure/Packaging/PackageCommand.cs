using System.Diagnostics;
using MovieRec.Api.Outcomes;

namespace MovieRec.Infrastructure.Packaging;

/// <summary>Runs the scripts that build deployed files; they return at once if the files are up to date.</summary>
internal static class PackageCommand
{
    /// <summary>Builds <c>dist/</c> with <c>./package</c>.</summary>
    /// <param name="root">Root folder of the repository.</param>
    /// <exception cref="ConfigurationException">The script failed; it has reported the reason on standard error.</exception>
    public static void Run(string root)
    {
        if (!Succeeds(root, "package"))
        {
            throw new ConfigurationException(
                "dist/ could not be built: see the message of ./package above (-c dist=FOLDER uses one that is built already).");
        }
    }

    /// <summary>Builds <c>web/dist/</c> with <c>web/make</c>.</summary>
    /// <param name="root">Root folder of the repository.</param>
    /// <exception cref="ConfigurationException">The script failed; it has reported the reason on standard error.</exception>
    public static void RunForPage(string root)
    {
        if (!Succeeds(root, Path.Combine("web", "make")))
        {
            throw new ConfigurationException(
                "web/dist/ could not be built: see the message of web/make above (-c webDist=FOLDER uses a page that is built already).");
        }
    }

    private static bool Succeeds(string root, string script)
    {
        using var package = Process.Start(new ProcessStartInfo("bash", [Path.Combine(root, script)])
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            // The CDK may print the template on standard output.
            RedirectStandardOutput = true,
        })!;
        package.OutputDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        package.BeginOutputReadLine();
        package.WaitForExit();
        return package.ExitCode == 0;
    }
}
