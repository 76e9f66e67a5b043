using System.Text;
using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Preferences;
using MovieRec.Aws.Preferences;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Preferences;

public sealed class DynamoDbPreferencesStoreTests(FreshTables tables) : PreferencesStoreContract, IClassFixture<FreshTables>
{
    protected override IPreferencesStore Store { get; } = new DynamoDbPreferencesStore(tables.Tables);

    [Fact]
    public async Task Find_ItemOfOthers_IsReadAsADocument()
    {
        var item = new Dictionary<string, AttributeValue>
        {
            ["userId"] = new(Alice),
            ["updatedAt"] = new("2025-01-02T03:04:05Z"),
            ["favoriteGenres"] = new() { L = [new("28"), new() { N = "12" }] },
            ["minRating"] = new() { N = "7.5" },
            ["tags"] = new() { SS = ["one"] },
            ["nested"] = new() { M = new() { ["adult"] = new() { BOOL = false }, ["nothing"] = new() { NULL = true } } },
        };
        await tables.Client.PutItemAsync(tables.Names[Table.UserPreferences], item, Cancellation);

        var found = (await Store.FindAsync(Alice, Cancellation)).ShouldNotBeNull();

        found.UpdatedAt.ShouldBe(new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var document = System.Text.Json.JsonDocument.Parse(found.Document);
        using var expected = System.Text.Json.JsonDocument.Parse(
            """{"favoriteGenres":["28",12],"minRating":7.5,"tags":["one"],"nested":{"adult":false,"nothing":null}}""");
        System.Text.Json.JsonElement.DeepEquals(document.RootElement, expected.RootElement)
            .ShouldBeTrue(Encoding.UTF8.GetString(found.Document.Span));

        var mine = new StoredPreferences("""{"a":1}"""u8.ToArray(), found.UpdatedAt);
        (await Store.ReplaceAsync(Alice, mine, mine, Cancellation)).ShouldBeFalse();
        (await Store.ReplaceAsync(Alice, found, mine, Cancellation)).ShouldBeTrue();
        (await Store.FindAsync(Alice, Cancellation))!.Document.ToArray().ShouldBe(mine.Document.ToArray());
    }
}
