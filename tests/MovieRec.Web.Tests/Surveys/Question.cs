namespace MovieRec.Web.Tests.Surveys;

/// <summary>Check that every page must pass.</summary>
public enum Question
{
    /// <summary>Layout shifts while the page loads.</summary>
    LayoutShift,

    /// <summary>Findings of axe-core in light colours.</summary>
    Axe,

    /// <summary>Findings of axe-core about colours, in dark ones.</summary>
    AxeInTheDark,

    /// <summary>Change of the whole page to dark with the device.</summary>
    Scheme,

    /// <summary>Size of controls for a thumb.</summary>
    Targets,

    /// <summary>Links that let another window reach back.</summary>
    Links,

    /// <summary>Motion for users who want less of it.</summary>
    Motion,

    /// <summary>Visibility of the focus.</summary>
    Focus,

    /// <summary>Sideways scrolling with little room or large text.</summary>
    Reflow,

    /// <summary>Fields into which iOS would zoom.</summary>
    Zoom,

    /// <summary>Screenshots of the page.</summary>
    Pictures,
}
