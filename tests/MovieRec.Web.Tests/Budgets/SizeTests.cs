using System.Text.RegularExpressions;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Budgets;

/// <summary>Bytes transferred before the first page is complete.</summary>
public sealed class SizeTests(Chromium chromium)
{
    private const int MostScript = 60 * 1024;
    private const int MostStyle = 15 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FirstPage_ScriptsAndStyles_AreWithinTheBudget(bool signedIn)
    {
        var options = new VisitorOptions { SignedIn = signedIn ? await chromium.Host.ReaderAsync() : null };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync("/");
            var weight = await Weight.GetAsync(visitor.Page);
            weight.Script.ShouldBeInRange(1, MostScript);
            weight.Style.ShouldBeInRange(1, MostStyle);
        });
    }

    [Fact]
    public void Page_AsItIsNamedInItsHtml_HasNoScriptOrStyleOfItsOwn()
    {
        var html = File.ReadAllText(Path.Combine(BuiltSite.Folder, "index.html"));
        Regex.Count(html, "<script(?![^>]*\\ssrc=)", RegexOptions.None, Regex.InfiniteMatchTimeout).ShouldBe(0);
        Regex.Count(html, "<style|\\sstyle=|\\son[a-z]+=|javascript:", RegexOptions.IgnoreCase, Regex.InfiniteMatchTimeout).ShouldBe(0);
        Weight.NamedByThePage().ShouldAllBe(file => file.StartsWith('/') && !file.StartsWith("//"));
    }
}
