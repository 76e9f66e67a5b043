using System.Text;

namespace MovieRec.TestKit.Contracts;

/// <summary>Contract of every storage backend.</summary>
/// <remarks>A suite sees only the port and must not ask which backend it runs on. If backends differ, the suite states what is promised.
/// Users are new in every test, so a backend may keep its tables between tests.</remarks>
public abstract class StoreContract
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected static DateTimeOffset Noon { get; } = new(2026, 11, 22, 12, 0, 0, 123, TimeSpan.Zero);

    protected string Alice { get; } = $"alice-{Guid.NewGuid()}";

    protected string Bob { get; } = $"bob-{Guid.NewGuid()}";

    /// <summary>Texts that a backend could change, cut or execute by mistake.</summary>
    public static TheoryData<string> OddTexts() =>
    [
        "Amélie — Le Fabuleux Destin",
        "👩‍👩‍👧‍👦 🎬 𝒳",
        "'; DROP TABLE favourites; --",
        "\"quoted\" \\ back\\slash %s {0} $1 ?1 :a @b",
        "line\nbreak\ttab\r\nreturn",
        " leading and trailing ",
        "",
        "null",
        "e\u0301 is not \u00e9",
        "\u202Eright to left\u202C \u200b\ufeff",
        "<script>alert(1)</script>&amp;",
        new StringBuilder().Insert(0, "長い", 2_000).ToString(),
    ];
}
