using System.Text.Json;
using MovieRec.TestKit;

namespace MovieRec.Cli.Tests.Commands;

/// <summary>The program as an operator starts it.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Evaluate_Json_PrintsAnObjectAModelWithTheAgreedFields()
    {
        var (status, output, _) =
            await Program.RunAsync("evaluate", "--ratings", Ratings(), "--models", "popular,ease,content,blend", "--json");
        status.ShouldBe(0);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(4);
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            foreach (
                var field in (
                    string[])["ndcg", "precision", "recall", "map", "coverage", "gini", "diversity", "trainSeconds", "usersPerSecond"])
            {
                double.IsFinite(json.RootElement.GetProperty(field).GetDouble()).ShouldBeTrue(field);
            }
            json.RootElement.GetProperty("model").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task TrainAndInspect_RatingsOfCatalogueTitles_ExplainAList()
    {
        await File.WriteAllTextAsync(_folder.File("catalogue.jsonl"), string.Concat(Enumerable.Range(1, 40).Select(i =>
            $$"""{"mediaId":"{{i}}","mediaType":"movie","title":"Film {{(char)('a' + (i % 26))}}{{i}}","releaseDate":"2001","genreIds":[18],"popularity":{{i}}}""" + "\n")));
        await File.WriteAllTextAsync(_folder.File("user.json"), """{"favourites":["movie#1","movie#2"],"preferences":{"notInterested":["movie#3"]}}""");
        var model = _folder.File("model.bin");
        (await Program.RunAsync("train", "--ratings", Ratings(), "--out", model, "--json")).Status.ShouldBe(0);
        var (status, output, _) =
            await Program.RunAsync("inspect", "--user", _folder.File("user.json"), "--catalogue", _folder.Path, "--model", model, "--json");
        status.ShouldBe(0);
        var titles = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ToArray();
        titles.Length.ShouldBe(10);
        foreach (var title in titles)
        {
            title.GetProperty("mediaId").GetString().ShouldNotBeOneOf("movie#1", "movie#2", "movie#3");
            title.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("points").GetDouble())
                .ShouldBe(title.GetProperty("score").GetDouble(), 0.1);
        }
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("evaluate", "--ratings", "no such file")]
    [InlineData("train", "--data", "no such folder")]
    [InlineData("evaluate", "--ratings", "x", "--models", "magic")]
    [InlineData("train", "--ratings", "x", "--l2", "0")]
    public async Task Command_UsedWrongly_FailsWithASentence(params string[] arguments)
    {
        var (status, _, error) = await Program.RunAsync(arguments);
        status.ShouldBe(1);
        error.ShouldNotBeNullOrWhiteSpace();
        error.ShouldNotContain("   at ");
    }

    public void Dispose() => _folder.Dispose();

    private string Ratings()
    {
        var random = new Random(1);
        var path = _folder.File("ratings.tsv");
        File.WriteAllLines(
            path, Enumerable.Range(0, 900).Select(i => $"{i / 30}\t{Math.Min(random.Next(1, 41), random.Next(1, 41))}\t4\t{i}"));
        return path;
    }
}
