using MovieRec.TestKit;

namespace MovieRec.Cli.Tests.Commands;

/// <summary>Folders that <c>publish --catalogue</c> rejects.</summary>
public sealed class PublishedCatalogueTests
{
    [Theory]
    [InlineData(null, "no catalogue")]
    [InlineData("", "no catalogue")]
    [InlineData("not JSON", "Line 1")]
    [InlineData("""{"mediaId":"1","mediaType":"movie"}""", "Line 1")]
    public async Task Publish_WhatIsNoCatalogue_FailsWithASentence(string? line, string sentence)
    {
        using var folder = new TemporaryFolder();
        if (line is not null)
            await File.WriteAllTextAsync(folder.File("catalogue.jsonl"), line, TestContext.Current.CancellationToken);
        // Nothing listens at this endpoint: the command fails before it calls the table.
        var (status, _, error) =
            await Program.RunAsync("publish", "--catalogue", folder.Path, "--region", "eu-west-1", "--endpoint", "http://127.0.0.1:1");
        status.ShouldBe(1);
        error.ShouldContain(sentence);
        error.ShouldNotContain("   at ");
    }
}
