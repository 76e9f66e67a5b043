using System.Diagnostics;
using MovieRec.TestKit;

namespace MovieRec.Web.Tests.Hosting;

/// <summary>Built page as <c>./run</c> builds it; built now if it is missing or out of date.</summary>
internal static class BuiltSite
{
    public static string Folder { get; } = RepositoryRoot.File("web", "dist");

    public static async Task MakeAsync()
    {
        var start = new ProcessStartInfo(RepositoryRoot.File("web", "make")) { UseShellExecute = false, RedirectStandardError = true };
        using var make = Process.Start(start)!;
        var said = await make.StandardError.ReadToEndAsync();
        await make.WaitForExitAsync();
        if (make.ExitCode != 0)
            throw new InvalidOperationException($"web/make: {said}");
    }
}
