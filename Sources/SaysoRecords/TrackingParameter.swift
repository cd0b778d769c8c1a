/// The parameters of addresses that tell where a reader came from and not what the page is.
enum TrackingParameter {
  /// Whether a parameter is only for tracking; one that holds a number of several digits under a
  /// common word may be an id and is none.
  static func matches(_ parameter: AddressParameter) -> Bool {
    let name = parameter.name
    if names.contains(name) { return true }
    if prefixes.contains(where: { name.hasPrefix($0) }) { return true }
    return words.contains(name) && !parameter.holdsNumber
  }

  /// Families of names, each made up by one measuring program.
  private static let prefixes = [
    "utm_",  // Urchin, now Google Analytics: campaign, medium, source
    "mtm_", "matomo_", "pk_", "piwik_",  // Matomo and its earlier name
    "at_",  // AT Internet: at_medium, at_campaign
    "ns_",  // Comscore: ns_mchannel, ns_source, ns_campaign
    "hsa_",  // HubSpot advertisements
    "guce_",  // Yahoo's consent page: guce_referrer, guce_referrer_sig
    "fb_",  // Facebook: fb_ref, fb_source, fb_action_ids
    "amp_",  // what AMP caches add: amp_js_v, amp_gsa
    "__cft__",  // Facebook's click tokens
  ]

  /// Names that mean nothing else.
  private static let names: Set<String> = [
    // Click ids of advertisers: Facebook, Google, Microsoft, Yandex, X, TikTok, LinkedIn.
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid",
    "twclid", "ttclid", "li_fat_id", "epik", "rdt_cid",
    // Shared from Instagram, X, Facebook.
    "igshid", "igsh", "ref_src", "ref_url", "__twitter_impression", "mibextid", "__tn__",
    // Newsletters: Mailchimp, HubSpot, Marketo, Vero, Omeda, Klaviyo.
    "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "vero_id", "vero_conv", "oly_enc_id",
    "oly_anon_id", "_kx", "_ke",
    // Visits carried between hosts by Google Analytics.
    "_ga", "_gl",
    // Campaign codes of outlets: Adobe Analytics and those made after it.
    "cmpid", "ncid", "ocid", "s_cid", "icid", "intcmp", "intcid", "xtor", "wt_mc", "wt_zmc",
    "wt.mc_id", "dicbo", "ito", "smid", "smtyp", "mbid", "ftag", "taid", "srnd", "sref",
    "leadsource", "guccounter", "soc_src", "soc_trk", "tsrc", "sr_share", "tblci",
    "_branch_match_id", "spm", "traffic_source", "ref_", "cmp",
    // What a Google AMP viewer adds.
    "usqp", "aoh",
  ]

  /// Common words that are also used for tracking.
  private static let words: Set<String> = ["ref", "referrer", "referer", "via", "share", "partner"]
}
