using System.Text.RegularExpressions;
using MovieRec.TestKit;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Serving;

/// <summary>Deployment of a newer page while the earlier one is installed.</summary>
public sealed partial class NewBuildTests(Chromium chromium)
{
    private const string Mark = "data-build";

    [Fact]
    public async Task NewBuild_WhileThePageIsInstalled_IsOfferedAndComesWhenThatIsWanted()
    {
        using var folder = new TemporaryFolder();
        Copy(BuiltSite.Folder, folder.Path);
        await using var host = await WebHost.StartAsync(folder.Path);
        await chromium.VisitAsync(new VisitorOptions { Host = host, Worker = true }, async visitor =>
        {
            await visitor.GoAsync("/");
            await visitor.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null");

            BuildAgain(folder);
            await visitor.Page.ReloadAsync();
            await Expect(visitor.Notices).ToContainTextAsync("A new version is here.");
            // An open page stays unchanged until the user confirms.
            await Expect(visitor.Page.Locator($"html[{Mark}]")).ToHaveCountAsync(0);
            await visitor.Notices.GetByRole(AriaRole.Button, new() { Name = "Reload" }).ClickAsync();
            await Expect(visitor.Page.Locator($"html[{Mark}]")).ToHaveCountAsync(1);
            await visitor.SettleAsync();
            await Expect(visitor.Notices.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        });
    }

    /// <summary>Changes the page and the name of the worker's cache, as the build does.</summary>
    private static void BuildAgain(TemporaryFolder folder)
    {
        var index = File.ReadAllText(folder.File("index.html"));
        File.WriteAllText(folder.File("index.html"), index.Replace("<html ", $"<html {Mark} ", StringComparison.Ordinal));
        var worker = File.ReadAllText(folder.File("sw.js"));
        Version().Count(worker).ShouldBe(1);
        File.WriteAllText(folder.File("sw.js"), Version().Replace(worker, "${quote}anotherbuild${quote}"));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    [GeneratedRegex("(?<quote>[`'\"])[0-9a-f]{12}\\k<quote>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Version();
}
